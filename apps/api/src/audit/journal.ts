import { ask, type Database } from '../postgres/client.ts'
import type { Actor, NewEntry } from './entry.ts'
import { grouped } from './grouped.ts'
import { type SealedEntry, sealed } from './seal.ts'
import { unwritable } from './unwritable.ts'

const sizes = { most: 256, beside: Number.POSITIVE_INFINITY }

/** Writes down what changes nothing: views, searches, refusals. */
export type Journal = {
  /** Settles when the entry is on the disk; refused when it cannot be written, and what it tells of must not be done. */
  note: (by: Actor, entry: NewEntry) => Promise<void>
}

/** The journal of one process; entries that arrive together are written together. */
export function journalOf(database: Database): Journal {
  const write = grouped(async (entries: readonly SealedEntry[]) => {
    const column = (name: keyof SealedEntry) => entries.map((entry) => entry[name])
    const values = [column('event'), column('salt'), column('details')]
    await ask(database, 'SELECT audit_append($1::bytea[], $2::bytea[], $3::bytea[])', values)
    return entries
  }, sizes)
  const note = async (by: Actor, entry: NewEntry) => {
    await write(sealed(by, entry)).catch((error: unknown) => {
      throw unwritable(error)
    })
  }
  return { note }
}
