import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AuditAction, type AuditPage, auditGroupOf } from '../src/contract.ts'
import { auditAsked, type Reading, readingOf } from './audit-asked.ts'
import { recorded, registered, runningApp } from './running-app.ts'

let reading: Reading
beforeAll(async () => {
  reading = await readingOf(await runningApp())
})
afterAll(() => reading.running.close())

/** The page without what its own reading added. */
const actionsOf = ({ entries }: AuditPage) =>
  entries.map(({ action }) => action).filter((action) => action !== 'audit-viewed')

describe('The log', () => {
  it('tells who touched a patient, newest first, with the patient and the person by name', async () => {
    const patient = await registered(reading.running, reading.surgeon)
    const other = randomUUID()
    await reading.note({ action: 'patient-viewed', patientId: patient.id, reason: 'worklist' })
    await reading.note({ action: 'patient-viewed', patientId: other })
    const { entries } = await reading.search({ patientId: patient.id })
    expect(entries[0]).toMatchObject({
      action: 'patient-viewed',
      who: { username: 'surgeon', role: 'surgeon', displayName: 'An invented surgeon' },
      patient: { id: patient.id, known: { mrn: patient.mrn, familyName: patient.familyName } },
      reason: 'worklist',
      address: '10.1.2.3',
      requestId: 'a-request',
      sealed: false,
    })
    expect(new Set(entries.map((entry) => entry.patient?.id))).toEqual(new Set([patient.id]))
    expect((await reading.search({ patientId: other })).entries[0]?.patient).toEqual({
      id: other,
      known: null,
    })
  })

  it('tells of a patient also the lists and searches that showed the patient among others', async () => {
    const { running, surgeon } = reading
    const patient = await registered(running, surgeon)
    const body = { text: patient.familyName }
    await running.send('POST', '/api/patients/search', { as: surgeon, body })
    await running.send('GET', `/api/patients/${patient.id}`, { as: surgeon })
    const { entries } = await reading.search({ patientId: patient.id })
    expect(entries.map(({ action }) => action)).toEqual([
      'patient-viewed',
      'patients-searched',
      'patient-registered',
    ])
    const searches = await reading.search({ patientId: patient.id, group: 'searches' })
    expect(searches.entries.map(({ action }) => action)).toEqual(['patients-searched'])
    const { shown } = await reading.read(searches.entries[0]?.sequence ?? 0)
    expect(shown.map(({ known }) => known?.mrn)).toContain(patient.mrn)
  })

  it('tells what a person did, and what nobody who was signed in did', async () => {
    const nobody = { who: null, address: '10.9.9.9', requestId: null }
    await reading.note(
      { action: 'sign-in-failed', outcome: 'refused', reason: 'wrong-sign-in' },
      nobody,
    )
    const ofNobody = await reading.search({ person: 'nobody' })
    const ofSurgeon = await reading.search({ person: reading.surgeonId })
    expect(ofNobody.entries[0]).toMatchObject({ action: 'sign-in-failed', address: '10.9.9.9' })
    expect(ofNobody.entries.every(({ who }) => who === null)).toBe(true)
    expect(ofSurgeon.entries.every(({ who }) => who?.accountId === reading.surgeonId)).toBe(true)
  })

  it('finds the actions of one kind alone, in the order of the log, with and without a person', async () => {
    for (const action of ['draft-viewed', 'export', 'screening-viewed'] as const)
      await reading.note({ action })
    const views = await reading.search({ group: 'views' })
    const mine = await reading.search({ group: 'views', person: reading.surgeonId })
    const sequences = views.entries.map(({ sequence }) => sequence)
    expect(actionsOf(views).slice(0, 2)).toEqual(['screening-viewed', 'draft-viewed'])
    expect(actionsOf(mine)).toEqual(actionsOf(views))
    expect(sequences).toEqual(sequences.toSorted((one, next) => next - one))
    expect(views.entries.every(({ action }) => auditGroupOf[action] === 'views')).toBe(true)
  })

  it('finds what was refused', async () => {
    await reading.note({ action: 'refusal', outcome: 'refused', reason: 'not-your-role' })
    const { entries } = await reading.search({ outcome: 'refused' })
    expect(entries[0]).toMatchObject({ action: 'refusal', reason: 'not-your-role' })
    expect(entries.every(({ outcome }) => outcome === 'refused')).toBe(true)
  })

  it('is in the log itself when it is read, with what was asked sealed', async () => {
    const patientId = randomUUID()
    const asked = auditAsked({ patientId })
    const { entries } = await reading.search(asked)
    const [own] = (await reading.search({ group: 'log' })).entries
    const { details } = await reading.read(own?.sequence ?? 0)
    expect(entries).toEqual([])
    expect(own).toMatchObject({ action: 'audit-viewed', patient: { id: patientId } })
    expect(details).toMatchObject({ holds: true, told: { asked: { ...asked, page: 'newest' } } })
  })

  it('names everybody who has or had an account', async () => {
    const { owner, send } = reading.running
    const data = { username: 'gone', displayName: 'A gone one', role: 'surgeon' as const }
    await owner.account.create({ data: { ...data, passwordHash: '', disabledAt: new Date() } })
    const { people } = (await send('GET', '/api/audit/people', { as: reading.admin })).json()
    expect(people).toHaveLength(4)
    expect(people[0]).toMatchObject({ ...data, inUse: false })
  })

  it('is refused to those who are not admins', async () => {
    const body = { ...auditAsked(), page: 'newest' }
    const answer = await reading.running.send('POST', '/api/audit/search', {
      as: reading.surgeon,
      body,
    })
    expect(answer.statusCode).toBe(403)
  })
})

describe('An entry', () => {
  it('shows what was changed from and to, and that the seal holds', async () => {
    await reading.note({
      action: 'referral-changed' satisfies AuditAction,
      details: { before: { priority: 'routine' }, after: { priority: 'urgent' } },
    })
    const [newest] = (await reading.search({ group: 'referrals' })).entries
    const shown = await reading.read(newest?.sequence ?? 0)
    expect(shown.hashHolds).toBe(true)
    expect(shown.details).toEqual({
      state: 'kept',
      holds: true,
      told: { before: { priority: 'routine' }, after: { priority: 'urgent' } },
    })
  })

  it('shows the record that its own table keeps, and that details were erased', async () => {
    const patient = await registered(reading.running, reading.surgeon)
    const screening = await recorded(reading.running, reading.surgeon, patient.id)
    const [newest] = (await reading.search({ patientId: patient.id, group: 'screenings' })).entries
    const kept = await reading.read(newest?.sequence ?? 0)
    expect(kept.details).toMatchObject({ holds: true, told: { screening: { id: screening.id } } })
    await reading.note({ action: 'patients-searched', details: { text: 'Quill' } })
    const [searched] = (await reading.search({ group: 'searches' })).entries
    const sequence = searched?.sequence ?? 0
    const { owner } = reading.running
    await owner.$transaction([
      owner.$executeRaw`ALTER TABLE "AuditDetail" DISABLE TRIGGER "AuditDetail_append_only"`,
      owner.auditDetail.delete({ where: { sequence } }),
      owner.$executeRaw`ALTER TABLE "AuditDetail" ENABLE ALWAYS TRIGGER "AuditDetail_append_only"`,
    ])
    expect((await reading.read(sequence)).details).toEqual({ state: 'erased' })
  })

  it('that is not there is not found', async () => {
    const answer = await reading.running.send('GET', '/api/audit/entries/99999999', {
      as: reading.admin,
    })
    expect(answer.statusCode).toBe(404)
  })
})
