import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  meetingFindings,
  newPatient,
  type RunningApp,
  registered,
  runningApp,
} from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

/** A value that stands out, so that an answer that repeats it is found. */
const odd = 'Zzyzx-9417'

const patient = (change: object) => ({ url: '/api/patients', body: { ...newPatient(), ...change } })
const facts = (change: object) => ({
  url: '/api/evaluations',
  body: { ...meetingFindings, patient: { ...meetingFindings.patient, ...change } },
})
const level = (...changes: object[]) => ({
  url: '/api/evaluations',
  body: {
    ...meetingFindings,
    levels: changes.map((change) => ({ ...meetingFindings.levels[0], ...change })),
  },
})
const screening = (change: object) => ({
  url: '/api/screenings',
  body: { patientId, findings: meetingFindings, ...change },
})

type Wrong = [what: string, sent: () => { url: string; body: unknown }, pointers: string[]]

const wrongs: Wrong[] = [
  ['no MRN', () => patient({ mrn: undefined }), ['/mrn']],
  ['a blank MRN', () => patient({ mrn: '   ' }), ['/mrn']],
  ['an MRN that ends with a space', () => patient({ mrn: `${odd} ` }), ['/mrn']],
  ['an MRN of 41 characters', () => patient({ mrn: odd.padEnd(41, '9') }), ['/mrn']],
  ['a name of 101 characters', () => patient({ givenName: odd.padEnd(101, 'x') }), ['/givenName']],
  ['a line break in a name', () => patient({ familyName: `${odd}\n` }), ['/familyName']],
  ['NUL in a name', () => patient({ familyName: `${odd}\u0000` }), ['/familyName']],
  ['a lone surrogate in a name', () => patient({ familyName: `${odd}\ud800` }), ['/familyName']],
  ['a number for a name', () => patient({ familyName: 9417 }), ['/familyName']],
  ['a day that is none', () => patient({ birthDate: '1948-02-30' }), ['/birthDate']],
  ['a birth date in another form', () => patient({ birthDate: '04/05/1948' }), ['/birthDate']],
  ['a birth date in the future', () => patient({ birthDate: '2026-11-23' }), ['/birthDate']],
  ['a sex that is not listed', () => patient({ sex: odd }), ['/sex']],
  ['an unknown field', () => patient({ nickname: odd }), ['/nickname']],
  ['a field whose name may be a person', () => patient({ [`${odd} Jane`]: 1 }), ['']],
  ['several wrong fields', () => patient({ mrn: '', sex: odd }), ['/mrn', '/sex']],
  ['a pain score without scale', () => facts({ painScale: undefined }), ['/patient/painScale']],
  ['a pain score beyond its scale', () => facts({ painScore: 10.1 }), ['/patient/painScore']],
  ['a pain score as text', () => facts({ painScore: '8' }), ['/patient/painScore']],
  ['an empty pain score', () => facts({ painScore: '' }), ['/patient/painScore']],
  ['null for a fact', () => facts({ painFromFracture: null }), ['/patient/painFromFracture']],
  ['yes for true', () => facts({ pregnant: 'yes' }), ['/patient/pregnant']],
  ['half a day of care', () => facts({ careDays: 23.5 }), ['/patient/careDays']],
  ['an unknown fact', () => facts({ approved: true }), ['/patient/approved']],
  ['a level that is none', () => level({ level: 'L6' }), ['/levels/0/level']],
  ['no level', () => level(), ['/levels']],
  ['thirty levels', () => level(...Array(30).fill({})), ['/levels']],
  ['a level named twice', () => level({}, {}), ['/levels/1/level']],
  [
    'an MRI after the day',
    () => level({ mriPerformedOn: '2026-11-22' }),
    ['/levels/0/mriPerformedOn'],
  ],
  [
    'a percentage beyond 100',
    () => level({ heightLossPercent: 101 }),
    ['/levels/0/heightLossPercent'],
  ],
  ['a body that is a list', () => ({ url: '/api/evaluations', body: [] }), ['']],
  ['no findings', () => screening({ findings: undefined }), ['/findings']],
  ['an identifier that is none', () => screening({ patientId: odd }), ['/patientId']],
  [
    'a patient who is not there',
    () => screening({ patientId: '0199a0a0-0000-7000-8000-000000000000' }),
    ['/patientId'],
  ],
  [
    'a day of assessment two days ahead',
    () => screening({ findings: { ...meetingFindings, assessedOn: '2026-11-23' } }),
    ['/findings/assessedOn'],
  ],
  ['an empty search', () => ({ url: '/api/patients/search', body: { text: '' } }), ['/text']],
]

describe('content that is wrong', () => {
  for (const [what, sent, pointers] of wrongs) {
    it(`is refused at its field and not repeated: ${what}`, async () => {
      const { url, body } = sent()
      const answer = await running.send('POST', url, { as, body })
      expect(answer.statusCode).toBe(422)
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      const problem = answer.json<{ errors: { pointer: string; reason: string }[] }>()
      expect(problem.errors.map(({ pointer }) => pointer)).toEqual(pointers)
      expect(problem.errors.every(({ reason }) => reason.length > 8)).toBe(true)
      expect(answer.body).not.toMatch(/Zzyzx|9417|10\.1|23\.5|1948-02-30|04\/05\/1948|L6/)
    })
  }
})

describe('a day of assessment tomorrow by the clock of the server', () => {
  it('is taken, for it may be today where the patient is', async () => {
    const { url, body } = screening({ findings: { ...meetingFindings, assessedOn: '2026-11-22' } })
    expect((await running.send('POST', url, { as, body })).statusCode).toBe(201)
  })
})

const raw = (payload: string | Buffer, headers: Record<string, string>) =>
  running.app.inject({
    method: 'POST',
    url: '/api/evaluations',
    headers: { cookie: as, 'content-type': 'application/json', ...headers },
    payload,
  })

describe('a body of another kind', () => {
  const json = JSON.stringify(meetingFindings)
  const kinds: [string, string | Buffer, Record<string, string>, number][] = [
    ['a form', 'assessedOn=2026', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', json, { 'content-type': 'text/plain' }, 415],
    ['JSON in UTF-16', json, { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['JSON with a charset and more', json, { 'content-type': 'application/json; a=b' }, 415],
    ['compressed', json, { 'content-encoding': 'gzip' }, 415],
    ['broken JSON', '{"assessedOn":', {}, 400],
    ['empty', '', {}, 400],
    ['a key named twice', '{"assessedOn":"2026-11-21","assessedOn":"2026-11-20"}', {}, 400],
    ['too large', `"${'x'.repeat(65_536)}"`, {}, 413],
  ]
  for (const [kind, payload, headers, status] of kinds) {
    it(`answers ${status} to one that is ${kind}`, async () => {
      const answer = await raw(payload, headers)
      expect(answer.statusCode).toBe(status)
      expect(answer.json()).toMatchObject({ status, title: expect.any(String) })
    })
  }

  it('takes JSON that says it is in UTF-8', async () => {
    const answer = await raw(json, { 'content-type': 'application/json; charset=UTF-8' })
    expect(answer.statusCode).toBe(200)
  })
})
