import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decided, decisionsOf, plan, sendDecision } from './a-decision.ts'
import {
  meetingFindings,
  type RunningApp,
  recorded,
  registered,
  runningApp,
} from './running-app.ts'

let running: RunningApp
let surgeon: string
let navigator: string
let admin: string
let patientId: string
let screeningId: string

const setBlindFirst = (blindFirst: boolean, as = admin) =>
  running.send('PUT', '/api/settings', { as, body: { blindFirst } })

const give = (as: string, body: object = { kind: 'defer', note: 'Too early.' }, key?: string) =>
  running.send('POST', `/api/screenings/${screeningId}/impression`, {
    as,
    body,
    ...(key && { headers: { 'idempotency-key': key } }),
  })

const read = async (as: string, url = `/api/screenings/${screeningId}`) =>
  running.send('GET', url, { as })

beforeAll(async () => {
  running = await runningApp()
  surgeon = await running.signIn('surgeon')
  navigator = await running.signIn('navigator')
  admin = await running.signIn('admin')
  patientId = (await registered(running, surgeon)).id
})
afterAll(() => running.close())

beforeEach(async () => {
  await setBlindFirst(true)
  screeningId = (await recorded(running, navigator, patientId)).id
})

describe('the clinic’s settings', () => {
  it('are off as they come, changed by an admin alone, and each change is in the log', async () => {
    await setBlindFirst(false)
    const before = await running.owner.auditEntry.count({ where: { action: 'setting-changed' } })
    expect((await setBlindFirst(true, surgeon)).statusCode).toBe(403)
    expect((await read(navigator, '/api/settings')).json()).toMatchObject({ blindFirst: false })
    expect((await setBlindFirst(true)).json()).toMatchObject({
      blindFirst: true,
      changed: { by: { displayName: 'An invented admin' } },
    })
    await setBlindFirst(true)
    const after = await running.owner.auditEntry.count({ where: { action: 'setting-changed' } })
    expect(after - before).toBe(1)
  })
})

describe('where the clinic works blind first, a surgeon', () => {
  it('gets its findings and nothing that tells its outcome', async () => {
    const answer = await read(surgeon)
    expect(answer.json()).toMatchObject({ withheld: true, findings: { assessedOn: '2026-11-21' } })
    expect(answer.body).not.toMatch(/meets|outcome|"met"|headline|criteria/)
    const history = await read(surgeon, `/api/patients/${patientId}/screenings`)
    const [line] = history.json().screenings
    expect(line).toMatchObject({ id: screeningId, outcome: null, urgent: null, headline: null })
    expect(JSON.stringify(line)).not.toMatch(/meet/)
  })

  it('neither reads nor makes decisions on it before an impression is recorded', async () => {
    for (const part of ['decisions', 'receipt']) {
      const { statusCode, body } = await read(surgeon, `/api/screenings/${screeningId}/${part}`)
      expect([statusCode, body]).toEqual([409, expect.stringContaining('impression-wanted')])
    }
    const answer = await sendDecision(running, surgeon, screeningId, plan)
    expect(answer.statusCode).toBe(409)
    expect(answer.json().type).toBe('urn:kyphoscreen:problem:impression-wanted')
  })

  it('gets the outcome once the impression is recorded, which stays beside it', async () => {
    const given = await give(surgeon)
    expect(given.statusCode).toBe(201)
    expect((await read(surgeon)).json()).toMatchObject({ result: { outcome: 'meets' } })
    await decided(running, surgeon, screeningId)
    expect(await decisionsOf(running, surgeon, screeningId)).toHaveLength(1)
    const both = await read(navigator, `/api/screenings/${screeningId}/decisions`)
    expect(both.json().impressions).toEqual([given.json()])
    const entry = await running.owner.auditEntry.findFirst({
      where: { action: 'impression-recorded', onId: screeningId },
    })
    expect(entry).toMatchObject({ patientId, outcome: 'done' })
  })

  it('gives one impression, also when it is sent again or twice at once', async () => {
    const [one, other] = await Promise.all([
      give(surgeon, undefined, 'once'),
      give(surgeon, undefined, 'once'),
    ])
    expect(one?.body).toBe(other?.body)
    expect(one?.statusCode).toBe(201)
    expect((await give(surgeon)).statusCode).toBe(409)
    expect(await running.owner.impression.count({ where: { screeningId } })).toBe(1)
  })

  it('is told of one of two impressions that come at once without a key that it is not wanted', async () => {
    const answers = await Promise.all([give(surgeon), give(surgeon)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })

  it('gets no result of what they screen or record themselves before their impression', async () => {
    const asked = { as: surgeon, body: meetingFindings }
    const evaluated = await running.send('POST', '/api/evaluations', asked)
    expect([evaluated.statusCode, evaluated.body]).toEqual([
      409,
      expect.stringContaining('impression-wanted'),
    ])
    const body = { patientId, findings: meetingFindings }
    const answer = await running.send('POST', '/api/screenings', { as: surgeon, body })
    expect(answer.json()).toMatchObject({ withheld: true, patientId })
    expect(answer.body).not.toMatch(/meets|outcome|"met"|headline|criteria/)
    screeningId = answer.json().id
    await give(surgeon)
    expect((await read(surgeon)).json()).toMatchObject({ result: { outcome: 'meets' } })
  })

  it('is told that they are to be blind when they sign in', async () => {
    for (const [as, blindFirst] of [
      [surgeon, true],
      [navigator, false],
    ] as const) {
      expect((await read(as, '/api/session')).json()).toMatchObject({ blindFirst })
    }
  })

  it('names the field that is wrong', async () => {
    const answer = await give(surgeon, { kind: 'perhaps', note: null })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ pointer: '/kind' }])
  })
})

describe('the outcome is not withheld', () => {
  it('from a navigator and an admin', async () => {
    for (const as of [navigator, admin]) {
      expect((await read(as)).json()).toHaveProperty('result')
    }
  })

  it('where the clinic has not chosen so', async () => {
    await setBlindFirst(false)
    expect((await read(surgeon)).json()).toHaveProperty('result')
    expect((await give(surgeon)).json().type).toMatch(/impression-not-wanted$/)
  })
})
