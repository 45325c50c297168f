import type { AuditEntry, AuditHead } from '../generated/prisma/client.ts'
import { canonicalJson } from '../src/audit/canonical-json.ts'
import { beforeFirst, entryHash } from '../src/audit/entry-hash.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'
import type { Transaction } from '../src/idempotency/once.ts'

/** What an attacker has: the database as its superuser, chance, and a key of their own. */
export type Attack = {
  database: Transaction
  entries: AuditEntry[]
  chance: () => number
  key: NoteKey
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

/** Puts other entries in place of all there are, with a head that fits. */
export async function putInPlace(
  { database }: Attack,
  entries: readonly AuditEntry[],
): Promise<void> {
  await database.auditEntry.deleteMany()
  await database.auditEntry.createMany({ data: entries as AuditEntry[] })
  await database.auditHead.updateMany({ data: headOf(entries) })
}
