import type { Actor, NewEntry } from '../audit/entry.ts'
import { sealed } from '../audit/seal.ts'
import { unwritable } from '../audit/unwritable.ts'
import type { Session } from './session.ts'

/** Writes the entry of an act in the transaction of an import's own connection, as the last thing in it; when it fails, so does the act. */
export async function appendTo(session: Session, by: Actor, entry: NewEntry): Promise<void> {
  const { event, salt, details } = sealed(by, entry)
  try {
    await session.query({
      name: 'audit-append',
      text: 'SELECT audit_append(ARRAY[$1::bytea], ARRAY[$2::bytea], ARRAY[$3::bytea])',
      values: [event, salt, details],
    })
  } catch (error) {
    throw unwritable(error)
  }
}

/** Names an import in the log. */
export const namedImport = (id: string) => ({ kind: 'import', id })
