import type { Transaction } from '../idempotency/once.ts'
import type { Actor, NewEntry } from './entry.ts'
import { sealed } from './seal.ts'
import { unwritable } from './unwritable.ts'

/**
 * Writes an act's entry in the act's own transaction, as the last thing in it: from here to its end no other entry
 * can be written. When it fails, the transaction fails, and with it the act.
 */
export async function appendEntry(
  transaction: Transaction,
  by: Actor,
  entry: NewEntry,
): Promise<void> {
  const { event, salt, details } = sealed(by, entry)
  try {
    await transaction.$queryRaw`
      SELECT audit_append(ARRAY[${event}::bytea], ARRAY[${salt}::bytea], ARRAY[${details}::bytea])`
  } catch (error) {
    throw unwritable(error)
  }
}
