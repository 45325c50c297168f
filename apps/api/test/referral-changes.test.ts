import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person, Referral } from '../src/contract.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let owner: Person
let referral: Referral
const nobody = '0199a0a0-0000-7000-8000-000000000000'
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  owner = (await running.send('GET', '/api/people', { as })).json().people[0]
})
afterAll(() => running.close())
beforeEach(async () => {
  referral = await receivedReferral(running, as)
})

const change = (method: string, path: string, body: unknown, seen = referral) =>
  sendChange(running, as, seen, [method, path, body])

const done = async (...asked: Parameters<typeof change>): Promise<Referral> =>
  (await change(...asked)).json()

describe('changing a referral', () => {
  it('changes what is sent, leaves the rest, and tells both', async () => {
    running.clock.pass(5)
    const answer = await change('PATCH', '', { ownerId: owner.id, dueOn: '2026-12-01' })
    expect(answer.headers.etag).toBe('"2"')
    const { events, ...changed } = answer.json<Referral>()
    const { events: _, ...before } = referral
    const changedAt = running.clock.now().toISOString()
    expect(changed).toEqual({ ...before, version: 2, owner, dueOn: '2026-12-01', changedAt })
    expect(events[0]).toMatchObject({
      kind: 'change',
      what: 'Changed owner, due date',
      from: { owner: null, dueOn: null },
      to: { owner, dueOn: '2026-12-01' },
      at: changedAt,
    })
  })

  it('changes the referrer, the reason, the priority and the day of receipt', async () => {
    const referrer = { name: 'Dr. Ambrose Tarn', organisation: null, phone: null, fax: '555 0101' }
    const asked = { referrer, reason: 'Worse', priority: 'urgent', receivedOn: '2026-11-22' }
    expect(await done('PATCH', '', asked)).toMatchObject(asked)
  })

  it('takes an owner and a due date away again', async () => {
    const given = await done('PATCH', '', { ownerId: owner.id, dueOn: '2026-12-01' })
    const taken = await done('PATCH', '', { ownerId: null, dueOn: null }, given)
    expect(taken).toMatchObject({ owner: null, dueOn: null, version: 3 })
    expect(taken.events[0]).toMatchObject({ from: { owner }, to: { owner: null } })
  })

  it('marks the row as changed by its newest event', async () => {
    const { id, events } = await done('PATCH', '', { priority: 'soon' })
    const row = await running.owner.referral.findUniqueOrThrow({ where: { id } })
    expect(String(row.changedSequence)).toBe(events[0]?.sequence)
    expect(row.receivedSequence).toBeLessThan(row.changedSequence)
  })

  it.each([
    ['nothing', {}, ''],
    ['what is so already', { priority: 'routine', dueOn: null }, ''],
    ['the state', { state: 'closed' }, ''],
    ['the patient', { patientId: nobody }, ''],
    ['the owner to nobody known', { ownerId: nobody }, '/ownerId'],
    ['the day of receipt to the day after tomorrow', { receivedOn: '2026-11-23' }, '/receivedOn'],
  ])('refuses to change %s', async (_, body, pointer) => {
    const answer = await change('PATCH', '', body)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toContain(pointer)
    expect((await running.send('GET', `/api/referrals/${referral.id}`, { as })).json()).toEqual(
      referral,
    )
  })
})

describe('a note', () => {
  it('stays as it was written, byte for byte', async () => {
    const text = 'rang:\n\tno answer — é é 🦴 ‮ <b> {{y}} =1+1'
    expect((await done('POST', '/notes', { text })).events[0]).toMatchObject({
      kind: 'note',
      to: text,
    })
  })
})

describe('the events of a referral', () => {
  it('are read newest first, five hundred at most', async () => {
    const { byId } = await running.owner.referralEvent.findFirstOrThrow()
    const note = { referralId: referral.id, kind: 'note', what: 'Note', byId }
    await running.owner.referralEvent.createMany({ data: Array(600).fill(note) })
    const { events } = await done('POST', '/notes', { text: 'the newest' })
    expect(events.length).toBe(500)
    expect(events[0]?.to).toBe('the newest')
  })
})
