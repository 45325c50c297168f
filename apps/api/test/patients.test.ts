import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PatientsFound } from '../src/contract.ts'
import { newPatient, type RunningApp, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  for (const [mrn, familyName, givenName] of names) {
    await running.send('POST', '/api/patients', {
      as,
      body: { ...newPatient(), mrn, familyName, givenName },
    })
  }
})
afterAll(() => running.close())

const names: [mrn: string, familyName: string, givenName: string][] = [
  ['A-1001', 'Smith', 'Jane'],
  ['A-1002', 'SMITHSON', 'Jo'],
  ['A_1003', 'van der Berg', 'Smilla'],
  ['A%1004', "O'Neill", 'Zoë'],
  ['A\\1005', 'ПЕТРОВА', 'Анна'],
]

const found = async (text: string) =>
  (await running.send('POST', '/api/patients/search', { as, body: { text } })).json<PatientsFound>()

const mrns = async (text: string) => (await found(text)).patients.map(({ mrn }) => mrn)

describe('finding a patient', () => {
  const searches: [text: string, mrns: string[], why: string][] = [
    ['a-1001', ['A-1001'], 'an MRN is found in any case'],
    ['A-100', [], 'a part of an MRN is none'],
    ['smith', ['A-1002', 'A-1001'], 'a name is found by its beginning, in any case'],
    ['SMITH, Jane', ['A-1001'], 'the family stands before the comma'],
    ['smith, j', ['A-1002', 'A-1001'], 'both names may be beginnings'],
    ['smith j', ['A-1002', 'A-1001'], 'the comma may be left out'],
    ['jane smith', ['A-1001'], 'the given name may come first'],
    ['smi', ['A-1002', 'A-1001', 'A_1003'], 'a given name is found too'],
    ['van der berg', ['A_1003'], 'a family name may have several words'],
    ["o'n", ['A%1004'], 'a quote is a letter like any other'],
    ['петр', ['A\\1005'], 'letters of any script are found in any case'],
    ['%', [], 'a percent sign stands for itself'],
    ['_____', [], 'an underscore stands for itself'],
    ['A_1001', [], 'an underscore in an MRN stands for itself'],
    ['a_1003', ['A_1003'], 'an MRN may hold an underscore'],
    ['a%1004', ['A%1004'], 'an MRN may hold a percent sign'],
    ['a\\1005', ['A\\1005'], 'an MRN may hold a backslash'],
    ["' OR 1=1 --", [], 'a statement is a name that nobody has'],
    [',', [], 'a comma alone finds nobody'],
  ]
  for (const [text, expected, why] of searches) {
    it(`finds ${expected.length} by ${JSON.stringify(text)}: ${why}`, async () => {
      expect(await mrns(text)).toEqual(expected)
    })
  }

  it('gives the first fifty and says how many there are', async () => {
    const account = await running.owner.account.findFirstOrThrow()
    await running.owner.patient.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        ...newPatient(),
        mrn: `many-${index}`,
        familyName: 'Manyfold',
        birthDate: new Date('1950-01-01'),
        createdById: account.id,
      })),
    })
    const { patients, total } = await found('manyfold')
    expect([patients.length, total]).toEqual([50, 60])
  })
})

describe('registering a patient', () => {
  it('gives the patient back as it is read later, with its address', async () => {
    const body = { ...newPatient(), givenName: 'Zoë‮', familyName: '🦴 D’Arc' }
    const answer = await running.send('POST', '/api/patients', { as, body })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ ...body, createdAt: '2026-11-21T09:00:00.000Z' })
    const read = await running.send('GET', String(answer.headers.location), { as })
    expect(read.body).toBe(answer.body)
  })

  it('is refused when the MRN is taken, in any case', async () => {
    const answer = await running.send('POST', '/api/patients', {
      as,
      body: { ...newPatient(), mrn: 'a-1001' },
    })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:mrn-taken' })
    expect(answer.body).not.toContain('1001')
  })
})

describe('reading a patient', () => {
  it('answers the same to an identifier of nobody, of another thing and of no form', async () => {
    const { id } = await running.owner.account.findFirstOrThrow()
    const ids = [
      '0199a0a0-0000-7000-8000-000000000000',
      id,
      'nobody',
      '%00',
      "'--",
      'x'.repeat(150),
    ]
    const answers = await Promise.all(
      ids.map((wrong) => running.send('GET', `/api/patients/${wrong}`, { as })),
    )
    const told = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
    expect(told).toEqual(Array(ids.length).fill(told[0]))
    expect(told[0]).toMatchObject({ status: 404 })
    expect(
      (await running.send('GET', `/api/patients/${(await registered(running, as)).id}`, { as }))
        .statusCode,
    ).toBe(200)
  })
})
