import type { AuditCheckpoint } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import type { Fault } from './fault.ts'
import { type Logged, logCheck } from './log-check.ts'
import { loggedPages } from './logged-pages.ts'
import type { NoteVerifier } from './signed-note.ts'

/** What a log is checked against: the checkpoints that are kept elsewhere, and the key that signs them. */
export type HeldElsewhere = { checkpoints: readonly Checkpoint[]; verifier: NoteVerifier }

/** A log as it is stored: its entries, page by page, and its own checkpoints, smallest first. */
export type StoredLog = {
  pages: AsyncIterable<readonly Logged[]> | Iterable<readonly Logged[]>
  checkpoints: readonly Omit<AuditCheckpoint, 'at'>[]
}

/** What the check of a whole log found: how many entries are right, and the first fault. */
export type Checked = { size: number; fault: Fault | null }

const guards = 9

/** Every trigger that keeps the log as it is, which must be there and on for everybody. */
async function unguarded(database: Transaction): Promise<boolean> {
  const [found] = await database.$queryRaw<{ guards: bigint }[]>`
    SELECT count(*) AS guards FROM pg_trigger
    WHERE tgenabled = 'A' AND tgrelid IN ('"AuditEntry"'::regclass, '"AuditDetail"'::regclass, '"AuditHead"'::regclass,
      '"AuditCheckpoint"'::regclass, '"AuditBlock"'::regclass, '"Screening"'::regclass, '"Decision"'::regclass)`
  return found?.guards !== BigInt(guards)
}

/** The database's own checkpoints must be signed, and of what their rows say. */
function keptCheckpoints(rows: StoredLog['checkpoints'], verifier: NoteVerifier) {
  const kept: Checkpoint[] = []
  for (const { size, root, note } of rows) {
    const checkpoint = openCheckpoint(note, verifier)
    if (checkpoint?.size !== Number(size) || !checkpoint.root.equals(root)) {
      return { kept, forged: Number(size) }
    }
    kept.push(checkpoint)
  }
  return { kept }
}

const bySize = (one: Checkpoint, other: Checkpoint) => one.size - other.size

async function firstFault({ pages }: StoredLog, check: ReturnType<typeof logCheck>) {
  for await (const page of pages) {
    for (const logged of page) {
      const fault = check.add(logged)
      if (fault) return fault
    }
  }
  return check.end()
}

/** Checks a whole log, every entry and what it seals, against its own checkpoints and what is held elsewhere. */
export async function checkStored(
  stored: StoredLog,
  { checkpoints, verifier }: HeldElsewhere,
): Promise<Checked> {
  const { kept, forged } = keptCheckpoints(stored.checkpoints, verifier)
  const check = logCheck([...checkpoints, ...kept].sort(bySize))
  const fault = await firstFault(stored, check)
  if (fault) return { size: check.size(), fault }
  const forgery: Fault | null =
    forged === undefined ? null : { what: 'checkpoint', sequence: forged }
  return { size: check.size(), fault: forgery }
}

/** Checks the whole log as the database has it, and that nothing is missing that keeps it so. */
export async function checkLog(database: Transaction, held: HeldElsewhere): Promise<Checked> {
  const checkpoints = await database.auditCheckpoint.findMany({ orderBy: { size: 'asc' } })
  const checked = await checkStored({ pages: loggedPages(database), checkpoints }, held)
  if (checked.fault || !(await unguarded(database))) return checked
  return { ...checked, fault: { what: 'unguarded', sequence: 0 } }
}
