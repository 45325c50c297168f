import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FhirAuditEvent } from '../src/audit/fhir-audit-event.ts'
import type { AuditFilter, Patient } from '../src/contract.ts'
import { auditAsked, type Reading, readingOf } from './audit-asked.ts'
import { registered, runningApp } from './running-app.ts'

let reading: Reading
let patient: Patient
beforeAll(async () => {
  reading = await readingOf(await runningApp())
  patient = await registered(reading.running, reading.surgeon)
})
afterAll(() => reading.running.close())

const events = async (filter: Partial<AuditFilter>): Promise<FhirAuditEvent[]> => {
  const asked = { as: reading.admin, body: { ...auditAsked(filter), format: 'fhir' } }
  const { body } = await reading.running.send('POST', '/api/audit/export', asked)
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const hl7 = (system: string, code: string, display: string) => ({
  system: `http://terminology.hl7.org/CodeSystem/${system}`,
  code,
  display,
})
const dcm = (code: string, display: string) => ({
  system: 'http://dicom.nema.org/resources/ontology/DCM',
  code,
  display,
})

describe('The log as FHIR', () => {
  it('writes the view of a patient as a read of basic audit', async () => {
    await reading.note({
      action: 'screening-viewed',
      patientId: patient.id,
      on: { kind: 'screening', id: 'an-id' },
      ruleset: { version: '1.2.3', hash: 'abc' },
    })
    const event = (await events({ patientId: patient.id, group: 'views' })).at(-1)
    expect(event).toEqual({
      resourceType: 'AuditEvent',
      id: expect.stringMatching(/^entry-\d+$/),
      meta: {
        profile: [
          'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead',
        ],
      },
      type: hl7('audit-event-type', 'rest', 'RESTful Operation'),
      subtype: [
        { system: 'http://hl7.org/fhir/restful-interaction', code: 'read', display: 'read' },
        {
          system: 'urn:kyphoscreen:audit-action',
          code: 'screening-viewed',
          display: 'screening-viewed',
        },
      ],
      action: 'R',
      recorded: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      outcome: '0',
      agent: [
        {
          type: {
            coding: [hl7('v3-ParticipationType', 'IRCP', 'information recipient')],
          },
          who: {
            identifier: { system: 'urn:kyphoscreen:account', value: reading.surgeonId },
            display: 'surgeon',
          },
          name: 'surgeon',
          role: [
            { coding: [{ system: 'urn:kyphoscreen:role', code: 'surgeon', display: 'surgeon' }] },
          ],
          requestor: true,
        },
        {
          type: { coding: [dcm('110152', 'Destination Role ID')] },
          who: { display: '10.1.2.3' },
          requestor: false,
          network: { address: '10.1.2.3', type: '2' },
        },
        {
          type: { coding: [dcm('110153', 'Source Role ID')] },
          who: { display: 'Kyphoscreen' },
          requestor: false,
          network: { address: 'kyphoscreen', type: '1' },
        },
      ],
      source: {
        observer: { display: 'Kyphoscreen' },
        type: [hl7('security-source-type', '4', 'Application Server')],
      },
      entity: [
        {
          what: {
            type: 'Patient',
            identifier: { system: 'urn:kyphoscreen:mrn', value: patient.mrn },
          },
          type: hl7('audit-entity-type', '1', 'Person'),
          role: hl7('object-role', '1', 'Patient'),
        },
        {
          what: { identifier: { system: 'urn:kyphoscreen:screening', value: 'an-id' } },
          type: hl7('audit-entity-type', '2', 'System Object'),
          role: hl7('object-role', '4', 'Domain Resource'),
          detail: [{ type: 'ruleset', valueString: '1.2.3 abc' }],
        },
        {
          what: { identifier: { value: 'a-request' } },
          type: {
            system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
            code: 'XrequestId',
            display: 'X-Request-Id',
          },
        },
      ],
    })
  })

  it('claims a profile of basic audit only for what was done from an address that is known', async () => {
    const profileOf = ({ meta }: FhirAuditEvent) => meta?.profile[0].split('IHE.BasicAudit.')[1]
    const { who } = { who: null }
    await reading.note({ action: 'worklist-viewed' })
    await reading.note({ action: 'decision-recorded', patientId: patient.id })
    await reading.note({ action: 'referral-changed' })
    await reading.note({ action: 'receipt-made', patientId: patient.id })
    await reading.note({ action: 'patient-viewed', outcome: 'failed', reason: 'server-failed' })
    await reading.note(
      { action: 'sign-in-failed', outcome: 'refused' },
      { who, address: '10.0.0.1', requestId: null },
    )
    await reading.note({ action: 'server-started' }, { who, address: null, requestId: null })
    const written = (await events({})).slice(-7)
    expect(written.map(profileOf)).toEqual([
      'Query',
      'PatientCreate',
      'Update',
      'PrivacyDisclosure.Source',
      undefined,
      undefined,
      undefined,
    ])
    expect(written.map(({ outcome }) => outcome)).toEqual(['0', '0', '0', '0', '8', '4', '0'])
    expect(written[5]).toMatchObject({
      type: dcm('110114', 'User Authentication'),
      agent: [{ requestor: true, network: { address: '10.0.0.1' } }, { requestor: false }],
    })
    expect(written[6]?.agent).toMatchObject([{ requestor: true, who: { display: 'Kyphoscreen' } }])
  })

  it('fills what FHIR R4 requires of every AuditEvent', async () => {
    for (const event of await events({})) {
      const { type, recorded, agent, source, entity = [] } = event
      expect(type.code && recorded && source.observer.display).toBeTruthy()
      expect(agent.length).toBeGreaterThan(0)
      expect(agent.filter(({ requestor }) => requestor)).toHaveLength(1)
      expect(entity.every(({ type: { code } }) => code !== '')).toBe(true)
      if (event.meta?.profile[0].endsWith('Query')) {
        expect(entity.some(({ query, what }) => query && !what)).toBe(true)
      }
    }
  })
})
