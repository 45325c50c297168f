import {
  AuditGroup,
  AuditOutcome,
  AuditPersonFilter,
  type AuditSearch,
} from '@kyphoscreen/api/contract'
import { Day } from '@kyphoscreen/rules'
import { z } from 'zod'

/** Which entries of the log are looked at, and from where, as the address tells it: identifiers, kinds and days alone. */
export type AuditAsked = {
  patientId: string | null
  person: AuditPersonFilter | null
  group: AuditGroup | null
  outcome: AuditOutcome | null
  from: Day | null
  to: Day | null
  page: AuditSearch['page']
}

/** Everything, the newest first. */
export const everything: AuditAsked = {
  patientId: null,
  person: null,
  group: null,
  outcome: null,
  from: null,
  to: null,
  page: 'newest',
}

const Sequence = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

/** Reads from an address what is looked at; what it leaves out, or says wrongly, is left open. */
export function askedFrom(address: URLSearchParams): AuditAsked {
  const one = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const read = schema.safeParse(address.get(name))
    return read.success ? read.data : null
  }
  const olderThan = one('older', Sequence)
  const newerThan = one('newer', Sequence)
  return {
    patientId: one('patient', z.uuid()),
    person: one('person', AuditPersonFilter),
    group: one('kind', AuditGroup),
    outcome: one('outcome', AuditOutcome),
    from: one('from', Day),
    to: one('to', Day),
    page:
      (olderThan !== null && { olderThan }) || (newerThan !== null && { newerThan }) || 'newest',
  }
}

/** Writes what is looked at as an address. */
export function addressOf({ page, ...asked }: AuditAsked): URLSearchParams {
  const { patientId: patient, person, group: kind, outcome, from, to } = asked
  const older = typeof page === 'object' && 'olderThan' in page ? page.olderThan : null
  const newer = typeof page === 'object' && 'newerThan' in page ? page.newerThan : null
  const parts = { patient, person, kind, outcome, from, to, older, newer }
  return new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  )
}

/** True when something is filtered. */
export const isNarrowed = ({ page: _, ...asked }: AuditAsked): boolean =>
  Object.values(asked).some((value) => value !== null)
