import { describe, expect, it } from 'vitest'
import { type FhirAuditEvent, fhirOf } from '../src/audit/fhir-audit-event.ts'
import { type AuditEntry, auditActions } from '../src/contract.ts'

/** What the profiles of IHE's Basic Audit Log Patterns ask for, as facts put down by hand. */
type Asked = {
  type: string
  subtype: string
  action: string
  client: string
  server: string
  users: string[]
  object: 'data' | 'query' | 'any'
}

const rest = 'http://terminology.hl7.org/CodeSystem/audit-event-type|rest'
const interaction = (code: string) => `http://hl7.org/fhir/restful-interaction|${code}`
const dicom = (code: string) => `http://dicom.nema.org/resources/ontology/DCM|${code}`
const takesPart = (code: string) =>
  `http://terminology.hl7.org/CodeSystem/v3-ParticipationType|${code}`
const [source, destination] = [dicom('110153'), dicom('110152')]
const authors = ['AUT', 'INF', 'CST'].map(takesPart)
const recipients = [takesPart('IRCP')]
const toClient = { client: destination, server: source }
const toServer = { client: source, server: destination }

const asked: Record<string, Asked> = {
  Read: {
    ...{ type: rest, subtype: interaction('read'), action: 'R' },
    ...{ ...toClient, users: recipients, object: 'data' },
  },
  Query: {
    ...{ type: rest, subtype: interaction('search'), action: 'E' },
    ...{ ...toServer, users: recipients, object: 'query' },
  },
  Create: {
    ...{ type: rest, subtype: interaction('create'), action: 'C' },
    ...{ ...toServer, users: authors, object: 'data' },
  },
  Update: {
    ...{ type: rest, subtype: interaction('update'), action: 'U' },
    ...{ ...toServer, users: authors, object: 'data' },
  },
  'PrivacyDisclosure.Source': {
    type: dicom('110106'),
    subtype: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle|disclose',
    ...{ action: 'R', ...toClient, users: recipients, object: 'any' },
  },
}

const person = 'http://terminology.hl7.org/CodeSystem/audit-entity-type|1'
const systemObject = 'http://terminology.hl7.org/CodeSystem/audit-entity-type|2'
const requestId = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType|XrequestId'
const role = (code: string) => `http://terminology.hl7.org/CodeSystem/object-role|${code}`
const ofData = ['4', '3', '20'].map(role)

type Coded = { system: string; code: string }
const said = ({ system, code }: Coded) => `${system}|${code}`
const codeOf = ({ type }: { type: { coding: Coded[] } }) => type.coding.map(said).join()

const who = { accountId: 'an-account', username: 'surgeon', displayName: 'A', role: 'surgeon' }
const known = { mrn: 'MRN-1', familyName: 'Quillfeather', givenName: 'Odile' }

/** An entry of every action, of somebody or nobody, about a patient or none, with and without a record and an address. */
const entries = auditActions.flatMap((action) =>
  [null, { id: 'a-patient', known }, { id: 'a-patient', known: null }].flatMap((patient) =>
    [null, who].flatMap((by) =>
      [null, '10.1.2.3'].flatMap((address) =>
        [null, { kind: 'screening', id: 'an-id' }].flatMap((on) =>
          (['done', 'refused'] as const).map((outcome) => ({
            ...{ sequence: 7, at: '2026-11-21T09:00:00.000Z', action, patient, who: by, address },
            ...{ on, outcome, shown: 0, reason: null, sealed: false },
            ruleset: on && { version: '1.0.1', hash: 'sha256:1' },
            requestId: address && 'a-request',
          })),
        ),
      ),
    ),
  ),
) as AuditEntry[]

const written = entries.map((entry) => ({ entry, event: fhirOf(entry, 'kyphoscreen') }))
const profileOf = ({ meta }: FhirAuditEvent) => meta?.profile[0].split('IHE.BasicAudit.')[1]

const entitiesOf = ({ entity = [] }: FhirAuditEvent, type: string) =>
  entity.filter((one) => said(one.type) === type)

function expectAgents({ agent, source: by }: FhirAuditEvent, profile: Asked, entry: AuditEntry) {
  const machines = [profile.client, profile.server].map((code) =>
    agent.filter((one) => codeOf(one) === code),
  )
  for (const machine of machines) {
    expect(machine).toHaveLength(1)
    expect(machine[0]).toMatchObject({ who: {}, network: { address: expect.any(String) } })
  }
  expect(machines[1]?.[0]?.who).toEqual(by.observer)
  const users = agent.filter((one) => ![profile.client, profile.server].includes(codeOf(one)))
  expect(users).toHaveLength(entry.who === null ? 0 : 1)
  for (const user of users) {
    expect(profile.users).toContain(codeOf(user))
    expect(user).toMatchObject({ requestor: true, who: {} })
    expect(user).not.toHaveProperty('network')
  }
}

function expectEntities(event: FhirAuditEvent, profile: Asked, entry: AuditEntry) {
  const patients = entitiesOf(event, person)
  expect(patients).toHaveLength(entry.patient === null ? 0 : 1)
  for (const patient of patients) {
    expect(patient).toMatchObject({ what: { type: 'Patient' } })
    expect(patient.role && said(patient.role)).toBe(role('1'))
  }
  const objects = entitiesOf(event, systemObject)
  expect(objects).toHaveLength(1)
  const roles = objects.map((one) => one.role && said(one.role))
  if (profile.object === 'query') {
    expect(roles).toEqual([role('24')])
    expect(objects[0]?.query).toMatch(/^[A-Za-z0-9+/]+=*$/)
    for (const never of ['what', 'detail', 'lifecycle'])
      expect(objects[0]).not.toHaveProperty(never)
  } else {
    expect(ofData).toContain(roles[0])
    expect(objects[0]).toMatchObject({ what: {} })
  }
  for (const request of entitiesOf(event, requestId)) {
    expect(request).toMatchObject({ what: { identifier: { value: 'a-request' } } })
  }
}

describe('An event that claims a profile of basic audit', () => {
  it.each(Object.keys(asked))('has what it asks for: %s', (name) => {
    const profile = asked[name] as Asked
    const claims = written.filter(({ event }) =>
      [name, `Patient${name}`].includes(profileOf(event) ?? ''),
    )
    expect(claims.length).toBeGreaterThan(0)
    for (const { entry, event } of claims) {
      expect(said(event.type)).toBe(profile.type)
      expect(event.subtype.map(said)).toContain(profile.subtype)
      expect([event.action, event.outcome]).toEqual([profile.action, '0'])
      expectAgents(event, profile, entry)
      expectEntities(event, profile, entry)
    }
  })

  it('names a patient where the profile is one for patients, and none where it is not', () => {
    for (const { entry, event } of written) {
      const profile = profileOf(event)
      if (profile === undefined) continue
      const isOfPatient = /^(Patient|Privacy)/.test(profile)
      expect([event.id, isOfPatient]).toEqual([event.id, entry.patient !== null])
    }
  })

  it('is of no profile that is not among these', () => {
    const names = new Set(written.map(({ event }) => profileOf(event)?.replace(/^Patient/, '')))
    expect([...names].sort()).toEqual([...Object.keys(asked), undefined].sort())
  })
})

describe('Every event', () => {
  it('has what FHIR R4 requires of an AuditEvent', () => {
    for (const { event } of written) {
      expect(event.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/)
      expect(event.recorded).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
      expect(event.source.observer.display).not.toBe('')
      expect(event.agent.length).toBeGreaterThan(0)
      expect(event.agent.filter(({ requestor }) => requestor)).toHaveLength(1)
      for (const one of event.entity ?? []) {
        expect('name' in one && 'query' in one).toBe(false)
        for (const { type, valueString } of one.detail ?? [])
          expect(type && valueString).toBeTruthy()
      }
    }
  })
})
