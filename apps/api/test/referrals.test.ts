import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PatientReferrals, People, Referral } from '../src/contract.ts'
import { newReferral, receivedReferral, sendChange, sendStep } from './a-referral.ts'
import { type RunningApp, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let people: People['people']
const nobody = '0199a0a0-0000-7000-8000-000000000000'
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  people = (await running.send('GET', '/api/people', { as })).json<People>().people
})
afterAll(() => running.close())

const post = (body: unknown) => running.send('POST', '/api/referrals', { as, body })

const named = (role: string) => people.find((person) => person.role === role)

describe('taking in a referral', () => {
  it('answers it whole as new, at version 1, with where it is', async () => {
    const patient = await registered(running, as)
    const ownerId = named('navigator')?.id ?? null
    const body = { ...newReferral(patient.id), externalId: 'EXT 1', ownerId, dueOn: '2026-11-30' }
    const answer = await post(body)
    const { patientId: _, ownerId: __, ...told } = body
    expect(answer.statusCode).toBe(201)
    const referral = answer.json<Referral>()
    expect(answer.headers).toMatchObject({
      etag: '"1"',
      location: `/api/referrals/${referral.id}`,
    })
    expect(referral).toMatchObject({
      ...told,
      patient,
      owner: named('navigator'),
      state: 'new',
      legalSteps: ['in-triage', 'closed'],
      facts: [],
      standing: { state: 'no-level', asOf: '2026-11-21' },
      documents: [],
      tasks: [],
    })
  })

  it('tells who took it in, when, and as what', async () => {
    const { events } = await receivedReferral(running, as)
    expect(events).toMatchObject([
      {
        kind: 'received',
        from: null,
        to: { state: 'new', priority: 'routine', owner: null },
        by: { displayName: 'An invented navigator' },
        at: '2026-11-21T09:00:00.000Z',
      },
    ])
  })

  it('is read again the same, with the same ETag', async () => {
    const referral = await receivedReferral(running, as)
    const read = await running.send('GET', `/api/referrals/${referral.id}`, { as })
    expect(read.json()).toEqual(referral)
    expect(read.headers.etag).toBe('"1"')
  })

  it('keeps the name it is sorted by, and the events it came and changed with', async () => {
    const { id, events } = await receivedReferral(running, as)
    const row = await running.owner.referral.findUniqueOrThrow({ where: { id } })
    const sequence = BigInt(events[0]?.sequence ?? 0)
    expect(row).toMatchObject({
      sortName: 'quillfeather\todile',
      receivedSequence: sequence,
      changedSequence: sequence,
      outcome: 'no-level',
    })
  })

  it('refuses an id of the sender that is here already', async () => {
    await receivedReferral(running, as, { externalId: 'EXT twice' })
    const { id } = await registered(running, as)
    const answer = await post({ ...newReferral(id), externalId: 'EXT twice' })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:referral-taken' })
  })

  it('takes in as many without an id of the sender as come', async () => {
    const { patient } = await receivedReferral(running, as)
    expect((await receivedReferral(running, as, { patientId: patient.id })).version).toBe(1)
  })
})

describe('a referral that cannot be taken in', () => {
  const disabled = () =>
    running.owner.account.create({
      data: {
        username: 'gone',
        displayName: 'Somebody who left',
        role: 'surgeon',
        passwordHash: '-',
        disabledAt: new Date('2026-11-01'),
      },
    })
  const referrer = { name: 'Canary', organisation: null, phone: null, fax: null }
  const cases: [string, string, () => object | Promise<object>][] = [
    ['names no patient', '/patientId', () => ({ patientId: nobody })],
    ['names no account as owner', '/ownerId', () => ({ ownerId: nobody })],
    [
      'is owned by an account out of use',
      '/ownerId',
      async () => ({ ownerId: (await disabled()).id }),
    ],
    ['was received after tomorrow', '/receivedOn', () => ({ receivedOn: '2026-11-23' })],
    ['has a day that does not exist', '/dueOn', () => ({ dueOn: '2026-02-30' })],
    ['has a priority of its own', '/priority', () => ({ priority: 'Canary' })],
    ['has a blank reason', '/reason', () => ({ reason: ' \n ' })],
    ['has a reason of 4,001 characters', '/reason', () => ({ reason: 'Canary '.repeat(572) })],
    [
      'has a referrer without a phone',
      '/referrer/phone',
      () => ({ referrer: { ...referrer, phone: undefined } }),
    ],
    [
      'has a name in two lines',
      '/referrer/name',
      () => ({ referrer: { ...referrer, name: 'Canary\nWing' } }),
    ],
    ['has a NUL in the id of its sender', '/externalId', () => ({ externalId: 'Canary\u0000' })],
    ['says a state', '', () => ({ state: 'decided' })],
  ]
  it.each(cases)('is refused at its field when it %s', async (_, pointer, wrong) => {
    const { id } = await registered(running, as)
    const before = await running.owner.referral.count()
    const answer = await post({ ...newReferral(id), ...(await wrong()) })
    expect(answer.statusCode).toBe(422)
    const { errors } = answer.json()
    expect(errors[0].pointer).toContain(pointer)
    expect(answer.body).not.toContain('Canary')
    expect(await running.owner.referral.count()).toBe(before)
  })

  it('is refused when an admin would own it', async () => {
    const admin = await running.owner.account.findFirstOrThrow({ where: { role: 'admin' } })
    const { id } = await registered(running, as)
    const answer = await post({ ...newReferral(id), ownerId: admin.id })
    expect(answer.json().errors).toMatchObject([{ pointer: '/ownerId' }])
  })
})

describe('the referrals of a patient', () => {
  it('are listed newest first', async () => {
    const first = await receivedReferral(running, as, { receivedOn: '2026-10-01' })
    const patientId = first.patient.id
    const second = await receivedReferral(running, as, { patientId, receivedOn: '2026-11-02' })
    await sendStep(running, as, first, 'closed')
    const answer = await running.send('GET', `/api/patients/${patientId}/referrals`, { as })
    const { referrals } = answer.json<PatientReferrals>()
    expect(referrals).toMatchObject([
      { id: second.id, state: 'new', outcome: 'no-level', referrerName: 'Dr. Petronella Wick' },
      { id: first.id, state: 'closed' },
    ])
  })

  it('are none for a patient without any, and not found for no patient', async () => {
    const { id } = await registered(running, as)
    const read = (patientId: string) =>
      running.send('GET', `/api/patients/${patientId}/referrals`, { as })
    expect((await read(id)).json()).toEqual({ referrals: [] })
    expect((await read(nobody)).statusCode).toBe(404)
  })
})

describe('the people', () => {
  it('are those who can own: accounts in use of surgeons and navigators, by name', () => {
    expect(people.map(({ displayName }) => displayName)).toEqual([
      'An invented navigator',
      'An invented surgeon',
    ])
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(['displayName', 'id', 'role'])
  })
})

describe('a referral that is not there', () => {
  it('is not found, to read or to change', async () => {
    const read = await running.send('GET', `/api/referrals/${nobody}`, { as })
    const seen = { id: nobody, version: 1 }
    const changed = await sendChange(running, as, seen, ['PATCH', '', { priority: 'soon' }])
    expect([read.statusCode, changed.statusCode]).toEqual([404, 404])
  })
})
