import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Referral } from '../src/contract.ts'
import { newReferral, receivedReferral, sendChange } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let referral: Referral
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
})
afterAll(() => running.close())
beforeEach(async () => {
  referral = await receivedReferral(running, as)
})

const note = (headers: Record<string, string>, body: unknown = { text: 'rang' }) =>
  running.send('POST', `/api/referrals/${referral.id}/notes`, { as, body, headers })

const read = async (): Promise<Referral> =>
  (await running.send('GET', `/api/referrals/${referral.id}`, { as })).json()

describe('a change of a referral', () => {
  it('is refused when it names no version', async () => {
    const answer = await note({})
    expect(answer.statusCode).toBe(428)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:version-not-named' })
  })

  it.each(
    [
      '*',
      'W/"1"',
      '"1", "2"',
      '"1","1"',
      '1',
      "'1'",
      '""',
      '"0"',
      '"01"',
      '"-1"',
      '"1.0"',
      '"1" ',
      '"one"',
      '"1',
      '',
      '"99999999999999999999"',
    ].filter((tag) => tag.trim() === tag),
  )('is refused when its If-Match is %s', async (tag) => {
    const answer = await note({ 'if-match': tag })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:malformed-if-match' })
  })

  it.each(['"2"', '"999999999999999"'])(
    'is refused at the version %s that is not there',
    async (tag) => {
      const answer = await note({ 'if-match': tag })
      expect(answer.statusCode).toBe(412)
      expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:changed-meanwhile' })
      expect(await read()).toEqual(referral)
    },
  )
})

describe('thirty changes of the same version at once', () => {
  it.each([
    ['an owner row', 'PATCH', '', { dueOn: '2026-12-01' }, 200],
    ['a step', 'POST', '/steps', { to: 'in-triage', why: 'complete' }, 201],
    ['a note', 'POST', '/notes', { text: 'rang' }, 201],
  ])('let one win with %s, and tell the others', async (_, method, path, body, status) => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => sendChange(running, as, referral, [method, path, body])),
    )
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([status, ...Array(29).fill(412)])
    const { version, events } = await read()
    expect({ version, events: events.length }).toEqual({ version: 2, events: 2 })
  })
})

describe('changes that each read before they write', () => {
  it('are all kept, one version and one event each', async () => {
    const persistent = async (number: number): Promise<number> => {
      const { id, version } = await read()
      const asked = { text: `note ${number}` }
      const answer = await sendChange(running, as, { id, version }, ['POST', '/notes', asked])
      return answer.statusCode === 412 ? persistent(number) : answer.statusCode
    }
    const statuses = await Promise.all(
      Array.from({ length: 12 }, (_, number) => persistent(number)),
    )
    expect(statuses).toEqual(Array(12).fill(201))
    const { version, events } = await read()
    expect(version).toBe(13)
    expect(new Set(events.map(({ to }) => JSON.stringify(to))).size).toBe(13)
  })
})

describe('a change with an Idempotency-Key', () => {
  it('is done once and answered the same, also when its version has passed', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'noted-once' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => note(headers)))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(new Set(answers.map(({ headers: { etag } }) => etag))).toEqual(new Set(['"2"']))
    expect((await read()).version).toBe(2)
  })

  it('is refused at another referral under the same key', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'noted-here' }
    await note(headers)
    referral = await receivedReferral(running, as)
    const answer = await note(headers)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:key-used-otherwise' })
    expect((await read()).version).toBe(1)
  })

  it('keeps nothing when it comes too late, so that it may come again', async () => {
    const headers = (tag: string) => ({ 'if-match': tag, 'idempotency-key': 'second-try' })
    const statuses = [await note(headers('"9"')), await note(headers('"1"'))]
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([412, 201])
  })
})

describe('one referral sent at once', () => {
  it('is taken in once when it comes fifty times under one key', async () => {
    const { id: patientId } = referral.patient
    const body = { ...newReferral(patientId), externalId: 'EXT fifty' }
    const headers = { 'idempotency-key': 'fifty-referrals' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        running.send('POST', '/api/referrals', { as, body, headers }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(201))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(await running.owner.referral.count({ where: { patientId } })).toBe(2)
  })

  it('is taken in once and refused otherwise when it comes twenty times without a key', async () => {
    const { id: patientId } = referral.patient
    const body = { ...newReferral(patientId), externalId: 'EXT twenty' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => running.send('POST', '/api/referrals', { as, body })),
    )
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([201, ...Array(19).fill(409)])
    expect(await running.owner.referralEvent.count({ where: { referral: { patientId } } })).toBe(2)
  })
})
