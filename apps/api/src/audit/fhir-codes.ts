import type { AuditAction } from '../contract.ts'

/** A code of a code system. */
export type Coding = { system: string; code: string; display: string }

const dcm = 'http://dicom.nema.org/resources/ontology/DCM'
const hl7 = 'http://terminology.hl7.org/CodeSystem'

const coding = (system: string, code: string, display: string): Coding => ({
  system,
  code,
  display,
})

/** The codes of FHIR R4 and DICOM that an AuditEvent of ours is written with. */
export const codes = {
  rest: coding(`${hl7}/audit-event-type`, 'rest', 'RESTful Operation'),
  userAuthentication: coding(dcm, '110114', 'User Authentication'),
  securityAlert: coding(dcm, '110113', 'Security Alert'),
  applicationActivity: coding(dcm, '110100', 'Application Activity'),
  auditLogUsed: coding(dcm, '110101', 'Audit Log Used'),
  exportType: coding(dcm, '110106', 'Export'),
  source: coding(dcm, '110153', 'Source Role ID'),
  destination: coding(dcm, '110152', 'Destination Role ID'),
  recipient: coding(`${hl7}/v3-ParticipationType`, 'IRCP', 'information recipient'),
  author: coding(`${hl7}/v3-ParticipationType`, 'AUT', 'author (originator)'),
  person: coding(`${hl7}/audit-entity-type`, '1', 'Person'),
  systemObject: coding(`${hl7}/audit-entity-type`, '2', 'System Object'),
  patientRole: coding(`${hl7}/object-role`, '1', 'Patient'),
  domainResource: coding(`${hl7}/object-role`, '4', 'Domain Resource'),
  queryRole: coding(`${hl7}/object-role`, '24', 'Query'),
  applicationServer: coding(`${hl7}/security-source-type`, '4', 'Application Server'),
  requestId: coding(
    'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
    'XrequestId',
    'X-Request-Id',
  ),
  disclose: coding(`${hl7}/iso-21089-lifecycle`, 'disclose', 'Disclose Record Lifecycle Event'),
} as const satisfies Record<string, Coding>

const interaction = (code: string) => coding('http://hl7.org/fhir/restful-interaction', code, code)
const dicom = (code: string, display: string) => coding(dcm, code, display)

/** How an action reads in FHIR: what kind of event it is, its subtype, and its action code. */
export type Shape = {
  as: 'read' | 'query' | 'create' | 'update' | 'export' | 'other'
  type: Coding
  subtype?: Coding
  action: 'C' | 'R' | 'U' | 'D' | 'E'
}

/** A record that is read. */
export const reads: Shape = {
  as: 'read',
  type: codes.rest,
  subtype: interaction('read'),
  action: 'R',
}
/** A search or a list. */
export const queries: Shape = {
  as: 'query',
  type: codes.rest,
  subtype: interaction('search'),
  action: 'E',
}
/** A record that is made. */
export const creates: Shape = {
  as: 'create',
  type: codes.rest,
  subtype: interaction('create'),
  action: 'C',
}
/** A record that is changed. */
export const updates: Shape = {
  as: 'update',
  type: codes.rest,
  subtype: interaction('update'),
  action: 'U',
}
/** Something that leaves the product. */
export const exports: Shape = {
  as: 'export',
  type: codes.exportType,
  subtype: codes.disclose,
  action: 'R',
}

/** An event of none of the shapes of basic audit. */
export const event = (type: Coding, action: Shape['action'], subtype?: Coding): Shape => ({
  as: 'other',
  type,
  action,
  ...(subtype && { subtype }),
})

/** A sign-in, a sign-out or what else shows who somebody is. */
export const authenticates = (code?: '110122' | '110123'): Shape =>
  event(codes.userAuthentication, 'E', code && dicom(code, code === '110122' ? 'Login' : 'Logout'))

/** What happens to the product itself. */
export const runs = (code: '110120' | '110121'): Shape =>
  event(
    codes.applicationActivity,
    'E',
    dicom(code, code === '110120' ? 'Application Start' : 'Application Stop'),
  )

/** Names of code systems of the product’s own. */
export const ownCode = (action: AuditAction): Coding =>
  coding('urn:kyphoscreen:audit-action', action, action)
