import type { AuditCheckpoint, AuditEntry, AuditHead } from '../generated/prisma/client.ts'
import { canonicalJson } from '../src/audit/canonical-json.ts'
import { beforeFirst, entryHash } from '../src/audit/entry-hash.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'
import type { Transaction } from '../src/idempotency/once.ts'

/** The rows of a log: its entries and its checkpoints. */
export type Rows = { entries: AuditEntry[]; checkpoints: AuditCheckpoint[] }

/** What an attacker has: the rows as they are, chance, and a key of their own. */
export type Attack = Rows & { chance: () => number; key: NoteKey }

/** Numbers between 0 and 1 that are the same in each run. */
export const chanceFrom = (seed: number) => {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Takes every guard of the log off, as only a superuser can. */
export const openUp = async (database: Transaction): Promise<void> => {
  await database.$executeRaw`ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL, DROP CONSTRAINT "AuditEntry_columns_check"`
  await database.$executeRaw`ALTER TABLE "AuditCheckpoint" DISABLE TRIGGER ALL`
  await database.$executeRaw`ALTER TABLE "AuditHead" DISABLE TRIGGER ALL`
}

const eventOf = ({ bytes }: AuditEntry) => JSON.parse(Buffer.from(bytes).toString())

/** Makes an entry whose event says otherwise. */
export const withEvent = (entry: AuditEntry, change: Record<string, unknown>): AuditEntry => ({
  ...entry,
  ...('patientId' in change && { patientId: change['patientId'] as string | null }),
  bytes: Buffer.from(canonicalJson({ ...eventOf(entry), ...change })),
})

/** Numbers entries from one and chains them anew, so that the chain alone shows nothing. */
export const rehashed = (entries: readonly AuditEntry[]): AuditEntry[] => {
  let previous = beforeFirst
  return entries.map((entry, place) => {
    const chained = { ...entry, sequence: BigInt(place + 1), previous }
    const hash = entryHash(chained)
    previous = hash
    return { ...chained, previous: chained.previous, hash } as AuditEntry
  })
}

const headOf = (entries: readonly AuditEntry[]): Omit<AuditHead, 'only'> => {
  const { sequence, at, hash } = entries.at(-1) as AuditEntry
  return { sequence, at, hash }
}

/** Puts other rows in place of all there are, with a head that fits. */
export async function putInPlace(
  database: Transaction,
  { entries, checkpoints }: Rows,
): Promise<void> {
  await database.auditEntry.deleteMany()
  await database.auditEntry.createMany({ data: entries })
  await database.auditHead.updateMany({ data: headOf(entries) })
  await database.auditCheckpoint.deleteMany()
  await database.auditCheckpoint.createMany({ data: checkpoints as never })
}
