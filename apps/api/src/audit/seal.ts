import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { type Actor, AuditEvent, type NewEntry } from './entry.ts'

/** An entry as it goes into the database: its event's bytes, and the salt and details that the event seals. */
export type SealedEntry = { event: Buffer; salt: Buffer | null; details: Buffer | null }

const saltBytes = 16
const saltsAtOnce = 256
let salts = Buffer.alloc(0)

/** Takes a salt of those that were drawn together; none is given twice. */
const newSalt = (): Buffer => {
  if (salts.length === 0) salts = randomBytes(saltBytes * saltsAtOnce)
  const salt = salts.subarray(0, saltBytes)
  salts = salts.subarray(saltBytes)
  return salt
}

/** Gives what an event holds of its details: the SHA-256 of salt and details, one after the other. */
export const sealOf = (salt: Uint8Array, details: Uint8Array | string): string =>
  createHash('sha256').update(salt).update(details).digest('hex')

const eventOf = (by: Actor, entry: NewEntry, sealed: string | null): Buffer => {
  const { action, on = null, patientId = null, outcome = 'done' } = entry
  const { ruleset = null, reason = null, shown = [] } = entry
  const { who, address, requestId } = by
  const told = { action, on, patientId, outcome, ruleset, reason, who, address, requestId, sealed }
  const list = shown.length === 0 ? {} : { shown: [...new Set(shown)].sort() }
  return Buffer.from(canonicalJson(AuditEvent.parse({ ...told, ...list })))
}

const withSalt = (by: Actor, entry: Omit<NewEntry, 'details'>, details: Buffer | string) => {
  const salt = newSalt()
  return { event: eventOf(by, entry, sealOf(salt, details)), salt }
}

/** Writes an entry's event and seals its details with a salt of its own. */
export function sealed(by: Actor, { details, ...entry }: NewEntry): SealedEntry {
  if (!details) return { event: eventOf(by, entry, null), salt: null, details: null }
  const bytes = Buffer.from(canonicalJson(details))
  return { ...withSalt(by, entry, bytes), details: bytes }
}

/** Writes an entry's event and seals a record that its own table keeps. */
export const sealedRecord = (
  by: Actor,
  entry: Omit<NewEntry, 'details'>,
  record: Record<string, unknown>,
): SealedEntry => ({
  ...withSalt(by, entry, canonicalJson(record)),
  details: null,
})
