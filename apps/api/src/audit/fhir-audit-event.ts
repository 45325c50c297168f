import type { AuditEntry } from '../contract.ts'
import { type Agent, machinesOf, named, observer, type Reference, userOf } from './fhir-agents.ts'
import { type Coding, codes, ownCode, type Shape } from './fhir-codes.ts'
import { fhirShapeOf } from './fhir-shapes.ts'

type Entity = {
  what?: Reference
  type: Coding
  role?: Coding
  description?: string
  query?: string
  detail?: { type: string; valueString: string }[]
}

/** A FHIR R4 AuditEvent, as far as the log fills one. */
export type FhirAuditEvent = {
  resourceType: 'AuditEvent'
  id: string
  meta?: { profile: [string] }
  type: Coding
  subtype: Coding[]
  action: Shape['action']
  recorded: string
  outcome: '0' | '4' | '8'
  outcomeDesc?: string
  agent: Agent[]
  source: { observer: Reference; type: Coding[] }
  entity?: Entity[]
}

const outcomes = { done: '0', refused: '4', failed: '8' } as const satisfies Record<
  AuditEntry['outcome'],
  FhirAuditEvent['outcome']
>

const patientOf = ({ patient }: AuditEntry): Entity[] => {
  if (patient === null) return []
  const { id, known } = patient
  const identifier = known
    ? { system: 'urn:kyphoscreen:mrn', value: known.mrn }
    : { system: 'urn:kyphoscreen:patient', value: id }
  const what = { type: 'Patient', identifier }
  return [{ what, type: codes.person, role: codes.patientRole }]
}

const dataOf = ({ on, patient, ruleset, action }: AuditEntry): Entity => ({
  what:
    (on && named(on.kind, on.id)) ??
    (patient ? named('patient', patient.id) : { display: ownCode(action).code }),
  type: codes.systemObject,
  role: codes.domainResource,
  ...(ruleset && {
    detail: [{ type: 'ruleset', valueString: `${ruleset.version} ${ruleset.hash}` }],
  }),
})

/** What was searched for may name patients and stays sealed in the log: the query says where it stands. */
const queryOf = ({ sequence }: AuditEntry): Entity => ({
  type: codes.systemObject,
  role: codes.queryRole,
  query: Buffer.from(`sealed in entry ${sequence} of the log`).toString('base64'),
})

const requestOf = ({ requestId }: AuditEntry): Entity[] =>
  requestId === null ? [] : [{ what: { identifier: { value: requestId } }, type: codes.requestId }]

const profiles = { read: 'Read', query: 'Query', create: 'Create', update: 'Update' } as const

/** The profiles of basic audit are for what was done, by whom an address is known. */
function profileOf({ outcome, address, patient }: AuditEntry, { as }: Shape): string | undefined {
  if (outcome !== 'done' || address === null || as === 'other') return undefined
  const base = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.'
  if (as !== 'export') return `${base}${patient ? 'Patient' : ''}${profiles[as]}`
  return patient ? `${base}PrivacyDisclosure.Source` : undefined
}

/** Writes an entry as a FHIR R4 AuditEvent, in the shapes of IHE's Basic Audit Log Patterns where one fits; `server` is how the server is reached. */
export function fhirOf(entry: AuditEntry, server: string): FhirAuditEvent {
  const shape: Shape = fhirShapeOf[entry.action]
  const profile = profileOf(entry, shape)
  return {
    resourceType: 'AuditEvent',
    id: `entry-${entry.sequence}`,
    ...(profile && { meta: { profile: [profile] } }),
    type: shape.type,
    subtype: [...(shape.subtype ? [shape.subtype] : []), ownCode(entry.action)],
    action: shape.action,
    recorded: entry.at,
    outcome: outcomes[entry.outcome],
    ...(entry.reason !== null && { outcomeDesc: entry.reason }),
    agent: [...userOf(entry, shape), ...machinesOf(entry, shape, server)],
    source: { observer, type: [codes.applicationServer] },
    entity: [
      ...patientOf(entry),
      shape.as === 'query' ? queryOf(entry) : dataOf(entry),
      ...requestOf(entry),
    ],
  }
}
