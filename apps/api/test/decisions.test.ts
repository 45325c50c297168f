import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { against, decided, decisionsOf, ordinary, plan, sendDecision } from './a-decision.ts'
import { password, type RunningApp, recorded, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

const inContractOrder = ({
  kind,
  levels,
  note,
  reason,
  replaces,
}: Omit<typeof plan, 'password'>) => ({
  kind,
  levels,
  note,
  reason,
  replaces,
})

const screened = async () => (await recorded(running, as, patientId)).id

describe('a decision that follows the outcome', () => {
  it('is recorded with who, when, the outcome that was shown and the ruleset version', async () => {
    const screening = await recorded(running, as, patientId)
    const answer = await sendDecision(running, as, screening.id, plan)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers.location).toBe(`/api/screenings/${screening.id}/decisions`)
    expect(answer.json()).toMatchObject({
      screeningId: screening.id,
      kind: 'plan-kyphoplasty',
      levels: ['L1'],
      until: null,
      departs: false,
      reason: null,
      outcome: 'meets',
      ruleset: screening.result.ruleset,
      replaces: null,
      replacedBy: null,
      decidedAt: '2026-11-21T09:00:00.000Z',
      decidedBy: { displayName: 'An invented surgeon', role: 'surgeon' },
    })
    expect(await decisionsOf(running, as, screening.id)).toEqual([answer.json()])
  })

  it('is read by every role', async () => {
    const screeningId = await screened()
    await decided(running, as, screeningId)
    for (const role of ['navigator', 'admin'] as const) {
      expect(await decisionsOf(running, await running.signIn(role), screeningId)).toHaveLength(1)
    }
  })

  it('stands in the history of the patient beside its screening', async () => {
    const screeningId = await screened()
    const { id } = await decided(running, as, screeningId)
    const history = await running.send('GET', `/api/patients/${patientId}/screenings`, { as })
    const line = history.json().screenings.find((one: { id: string }) => one.id === screeningId)
    expect(line).toMatchObject({ decision: { id, kind: 'plan-kyphoplasty', levels: ['L1'] } })
  })
})

describe('a decision that departs from the outcome', () => {
  it('is recorded with its coded reason', async () => {
    const decision = await decided(running, as, await screened(), against)
    expect(decision).toMatchObject({ kind: 'not-pursued', departs: true, reason: against.reason })
  })

  it('keeps the day it waits for, the text of its reason and its note', async () => {
    const decision = await decided(running, as, await screened(), {
      kind: 'defer',
      ...ordinary,
      until: '2026-12-05',
      note: 'Seen again with her daughter.',
      reason: { group: 'not-feasible', code: 'not-feasible-otherwise', text: 'the road is closed' },
    })
    expect(decision).toMatchObject({
      until: '2026-12-05',
      note: 'Seen again with her daughter.',
      reason: { code: 'not-feasible-otherwise', text: 'the road is closed' },
    })
  })
})

const withReason = (reason: object) => ({ ...against, reason })

const refused: [string, Record<string, unknown>, string][] = [
  ['a kind that is not one', { ...plan, kind: 'postpone' }, '/kind'],
  ['a plan at no level', { ...plan, levels: [] }, '/levels'],
  ['a plan at a level twice', { ...plan, levels: ['L1', 'L1'] }, '/levels'],
  ['a plan at a level that was not screened', { ...plan, levels: ['L1', 'L2'] }, '/levels/1'],
  ['waiting without a day', { kind: 'defer', ...ordinary }, '/until'],
  ['waiting until today', { kind: 'defer', ...ordinary, until: '2026-11-21' }, '/until'],
  [
    'waiting until a day that is none',
    { kind: 'defer', ...ordinary, until: '2027-02-30' },
    '/until',
  ],
  ['asking for more without saying what', { kind: 'more-information', ...ordinary }, '/note'],
  ['referring to nobody', { kind: 'referred-elsewhere', ...ordinary, note: ' ' }, '/note'],
  ['a field of another kind', { ...against, levels: ['L1'] }, '/levels'],
  ['departing without a reason', { ...against, reason: null }, '/reason'],
  ['a reason where nothing departs', { ...plan, reason: against.reason }, '/reason'],
  [
    'a reason of another group',
    withReason({ ...against.reason, code: 'newer-evidence' }),
    '/reason/code',
  ],
  ['a group that is none', withReason({ ...against.reason, group: 'mood' }), '/reason/group'],
  [
    'a general reason without a text',
    withReason({ ...against.reason, code: 'preference-otherwise' }),
    '/reason/text',
  ],
  [
    'a replaced decision that is not there',
    { ...plan, replaces: crypto.randomUUID() },
    '/replaces',
  ],
  ['no password', { ...plan, password: '' }, '/password'],
]

describe('a decision is refused by field, and nothing is stored, for', () => {
  let screeningId: string
  beforeAll(async () => {
    screeningId = await screened()
  })

  it.each(refused)('%s', async (_, body, pointer) => {
    const answer = await sendDecision(running, as, screeningId, body)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(
      pointer,
    )
    expect(await decisionsOf(running, as, screeningId)).toEqual([])
  })
})

describe('a decision on a screening that is not there', () => {
  it('is refused, and so is reading it', async () => {
    const nowhere = crypto.randomUUID()
    expect((await sendDecision(running, as, nowhere, plan)).statusCode).toBe(404)
    const url = `/api/screenings/${nowhere}/decisions`
    expect((await running.send('GET', url, { as })).statusCode).toBe(404)
  })
})

describe('a decision with an Idempotency-Key', () => {
  it('is made once when it is sent five times at once, with the same answer to all', async () => {
    const screeningId = await screened()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        sendDecision(running, as, screeningId, { ...plan, key: 'five-at-once' }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(201))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await decisionsOf(running, as, screeningId)).toHaveLength(1)
  })

  it('is refused when the key was used for another decision', async () => {
    const screeningId = await screened()
    await sendDecision(running, as, screeningId, { ...plan, key: 'another' })
    const answer = await sendDecision(running, as, screeningId, { ...against, key: 'another' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().type).toBe('urn:kyphoscreen:problem:key-used-otherwise')
  })

  it('is not answered from memory to a wrong password', async () => {
    const screeningId = await screened()
    const sent = { ...plan, key: 'asked-again' }
    await sendDecision(running, as, screeningId, sent)
    const answer = await sendDecision(running, as, screeningId, { ...sent, password: 'guessed it' })
    expect(answer.statusCode).toBe(403)
  })

  it('keeps neither the password nor a hash with the password in it', async () => {
    const screeningId = await screened()
    await sendDecision(running, as, screeningId, { ...plan, key: 'kept' })
    const kept = await running.owner.idempotentReply.findFirstOrThrow({ where: { key: 'kept' } })
    const { password: _, ...asked } = plan
    const route = '/api/screenings/:id/decisions'
    const written = JSON.stringify(['POST', route, inContractOrder(asked), screeningId])
    expect(kept.requestHash).toBe(createHash('sha256').update(written).digest('hex'))
    expect(JSON.stringify(kept)).not.toContain(password)
  })
})
