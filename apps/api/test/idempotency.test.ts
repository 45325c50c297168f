import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetOldReplies } from '../src/idempotency/forget.ts'
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

const post = (url: string, key: string, body: unknown, cookie = as) =>
  running.send('POST', url, { as: cookie, body, headers: { 'idempotency-key': key } })

const screening = () => ({ patientId, findings: meetingFindings })

describe('a creating request with a key', () => {
  it('is done once when it is sent fifty times at once, with the same answer to all', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post('/api/screenings', 'fifty-at-once', screening())),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(201))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(await running.owner.screening.count({ where: { patientId } })).toBe(1)
  })

  it('registers one patient when it is sent fifty times at once', async () => {
    const body = newPatient()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post('/api/patients', 'one-patient', body)),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(201))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(await running.owner.patient.count({ where: { mrn: body.mrn } })).toBe(1)
  })

  it('is answered the same when its keys come in another order', async () => {
    const { mrn, ...rest } = newPatient()
    const first = await post('/api/patients', 'order-of-keys', { mrn, ...rest })
    const second = await post('/api/patients', 'order-of-keys', { ...rest, mrn })
    expect(second.body).toBe(first.body)
  })

  it('is refused when the body differs, and nothing more is stored', async () => {
    const body = newPatient()
    await post('/api/patients', 'other-body', body)
    const answer = await post('/api/patients', 'other-body', { ...body, givenName: 'Other' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:key-used-otherwise' })
    expect(await running.owner.patient.count({ where: { mrn: body.mrn } })).toBe(1)
  })

  it('is refused when the key was used at another address', async () => {
    await post('/api/patients', 'other-address', newPatient())
    expect((await post('/api/screenings', 'other-address', screening())).statusCode).toBe(422)
  })

  it('does not share its key with another account', async () => {
    const navigator = await running.signIn('navigator')
    const one = await post('/api/patients', 'own-key', newPatient())
    const other = await post('/api/patients', 'own-key', newPatient(), navigator)
    expect([one.statusCode, other.statusCode]).toEqual([201, 201])
  })

  it('keeps nothing when it is refused, so that the corrected request may use the key', async () => {
    const taken = await registered(running, as)
    const wrong = await post('/api/patients', 'corrected', { ...newPatient(), mrn: taken.mrn })
    const right = await post('/api/patients', 'corrected', newPatient())
    expect([wrong.statusCode, right.statusCode]).toEqual([409, 201])
  })

  it('is forgotten after 48 hours and not before', async () => {
    await post('/api/patients', 'two-days', newPatient())
    const kept = () => running.owner.idempotentReply.count({ where: { key: 'two-days' } })
    const after = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    await forgetOldReplies(running.database, after(47.9))
    expect(await kept()).toBe(1)
    await forgetOldReplies(running.database, after(48.1))
    expect(await kept()).toBe(0)
  })

  const unusable: [string, string][] = [
    ['empty', ''],
    ['201 characters long', 'k'.repeat(201)],
    ['with a space', 'two words'],
    ['with a control character', 'tab\there'],
    ['beyond ASCII', 'clé'],
  ]
  for (const [kind, key] of unusable) {
    it(`refuses a key that is ${kind}`, async () => {
      const answer = await post('/api/patients', key, newPatient())
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({
        type: 'urn:kyphoscreen:problem:malformed-idempotency-key',
      })
    })
  }
})

describe('a creating request without a key', () => {
  it('is done as often as it is sent', async () => {
    const { id } = await registered(running, as)
    const body = { patientId: id, findings: meetingFindings }
    for (let time = 0; time < 2; time += 1) {
      await running.send('POST', '/api/screenings', { as, body })
    }
    expect(await running.owner.screening.count({ where: { patientId: id } })).toBe(2)
  })
})

describe('one MRN sent twenty times at once without a key', () => {
  it('registers one patient and refuses the others', async () => {
    const body = newPatient()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => running.send('POST', '/api/patients', { as, body })),
    )
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([201, ...Array(19).fill(409)])
  })
})
