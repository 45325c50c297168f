import type { AuditEntry, AuditPatient, AuditPerson } from '../contract.ts'
import type { AuditEvent } from './entry.ts'
import type { FoundEntry } from './events-find.ts'

/** Reads the event of an entry, which was checked when it was written. */
export const eventOf = (text: string): AuditEvent => JSON.parse(text)

const whoOf = ({ who }: AuditEvent, { displayName }: FoundEntry): AuditPerson | null =>
  who && { ...who, displayName }

const patientOf = ({ patientId }: AuditEvent, found: FoundEntry): AuditPatient | null => {
  if (patientId === null) return null
  const { mrn, familyName, givenName } = found
  const known = mrn !== null && familyName !== null && givenName !== null
  return { id: patientId, known: known ? { mrn, familyName, givenName } : null }
}

/** Gives an entry as the contract has it. */
export function entryOf(found: FoundEntry): AuditEntry {
  const event = eventOf(found.event)
  const { action, on, outcome, ruleset, reason, address, requestId, sealed } = event
  return {
    sequence: Number(found.sequence),
    at: found.at.toISOString(),
    who: whoOf(event, found),
    action,
    on,
    patient: patientOf(event, found),
    shown: event.shown?.length ?? 0,
    outcome,
    ruleset,
    reason,
    address,
    requestId,
    sealed: sealed !== null,
  }
}
