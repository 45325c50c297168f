import type { AuditDetails } from '../contract.ts'
import { eventOf } from './events-entry.ts'
import type { Logged } from './log-check.ts'
import { sealOf } from './seal.ts'

/** Gives what an entry seals, and whether it is still what was sealed. */
export function detailsOf({ entry, seal }: Logged): AuditDetails {
  const { sealed } = eventOf(Buffer.from(entry.bytes).toString())
  if (sealed === null) return { state: 'none' }
  if (!seal?.details) return { state: 'erased' }
  const { salt, details } = seal
  const told = JSON.parse(Buffer.from(details).toString())
  return { state: 'kept', holds: sealOf(salt, details) === sealed, told }
}
