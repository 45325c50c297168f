import type { Transaction } from '../idempotency/once.ts'
import type { Actor, NewEntry } from './entry.ts'
import { recordOf } from './record-of.ts'
import { type SealedEntry, sealed, sealedRecord } from './seal.ts'
import { unwritable } from './unwritable.ts'

/** What an act tells the log, and who did it; `record` is the row it stored, where its entry seals that row. */
export type Told = {
  by: Actor
  entry: NewEntry
  record?: Parameters<typeof recordOf>[0] | undefined
}

const sealedOf = ({ by, entry, record }: Told): SealedEntry =>
  record ? sealedRecord(by, entry, recordOf(record)) : sealed(by, entry)

/**
 * Writes the entries of an act in the act's own transaction, as the last thing in it: from here to its end no other
 * entry can be written. When it fails, the transaction fails, and with it the act.
 */
export async function appendEntries(
  transaction: Transaction,
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return
  const entries = told.map(sealedOf)
  const column = (name: keyof SealedEntry) => entries.map((entry) => entry[name])
  try {
    await transaction.$queryRaw`
      SELECT audit_append(${column('event')}::bytea[], ${column('salt')}::bytea[], ${column('details')}::bytea[])`
  } catch (error) {
    throw unwritable(error)
  }
}

/** Writes the one entry of an act in the act's own transaction, as the last thing in it. */
export const appendEntry = (transaction: Transaction, by: Actor, entry: NewEntry): Promise<void> =>
  appendEntries(transaction, [{ by, entry }])
