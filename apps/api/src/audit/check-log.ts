import type { Transaction } from '../idempotency/once.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import type { Fault } from './fault.ts'
import { logCheck } from './log-check.ts'
import { loggedPages } from './logged-pages.ts'
import type { NoteVerifier } from './signed-note.ts'

/** What a log is checked against: the checkpoints that are kept elsewhere, and the key that signs them. */
export type HeldElsewhere = { checkpoints: readonly Checkpoint[]; verifier: NoteVerifier }

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
async function keptCheckpoints(database: Transaction, verifier: NoteVerifier) {
  const rows = await database.auditCheckpoint.findMany({ orderBy: { size: 'asc' } })
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

async function firstFault(database: Transaction, check: ReturnType<typeof logCheck>) {
  for await (const page of loggedPages(database)) {
    for (const logged of page) {
      const fault = check.add(logged)
      if (fault) return fault
    }
  }
  return check.end()
}

/** Checks the whole log as the database has it, every entry and what it seals, against what is held elsewhere. */
export async function checkLog(
  database: Transaction,
  { checkpoints, verifier }: HeldElsewhere,
): Promise<Checked> {
  const { kept, forged } = await keptCheckpoints(database, verifier)
  const check = logCheck([...checkpoints, ...kept].sort(bySize))
  const fault = await firstFault(database, check)
  if (fault) return { size: check.size(), fault }
  if (forged !== undefined)
    return { size: check.size(), fault: { what: 'checkpoint', sequence: forged } }
  const open = await unguarded(database)
  return { size: check.size(), fault: open ? { what: 'unguarded', sequence: 0 } : null }
}
