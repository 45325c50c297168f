import type { AuditCheckpoint, AuditEntry } from '../generated/prisma/client.ts'
import { canonicalJson } from '../src/audit/canonical-json.ts'
import { beforeFirst, entryHash } from '../src/audit/entry-hash.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'

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
