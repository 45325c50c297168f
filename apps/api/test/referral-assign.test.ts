import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BulkAssigned, Person, Referral } from '../src/contract.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { type RunningApp, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let surgeon: Person
let navigator: Person
let referrals: Referral[]
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  const { people } = (await running.send('GET', '/api/people', { as })).json()
  ;[navigator, surgeon] = people
})
afterAll(() => running.close())
beforeEach(async () => {
  const patientId = (await registered(running, as)).id
  referrals = []
  for (let count = 0; count < 6; count += 1) {
    referrals.push(await receivedReferral(running, as, { patientId }))
  }
})

const assign = (ownerId: string | null, named = referrals, headers: Record<string, string> = {}) =>
  running.send('POST', '/api/referrals/assign', {
    as,
    body: { referrals: named.map(({ id, version }) => ({ id, version })), ownerId },
    headers,
  })

const readAll = () =>
  Promise.all(
    referrals.map(
      async ({ id }): Promise<Referral> =>
        (await running.send('GET', `/api/referrals/${id}`, { as })).json(),
    ),
  )

const ids = () => referrals.map(({ id }) => id)

describe('assigning many referrals', () => {
  it('gives each the owner, one version and one event', async () => {
    const answer = await assign(surgeon.id)
    expect(answer.json()).toEqual({ assigned: ids(), changedMeanwhile: [] })
    for (const { owner, version, events } of await readAll()) {
      expect({ owner, version }).toEqual({ owner: surgeon, version: 2 })
      expect(events[0]).toMatchObject({
        kind: 'change',
        from: { owner: null },
        to: { owner: surgeon },
        by: { displayName: navigator.displayName },
      })
    }
  })

  it('names those that have changed meanwhile and leaves them as they are', async () => {
    const [first, ...others] = referrals as [Referral, ...Referral[]]
    await sendChange(running, as, first, ['PATCH', '', { ownerId: navigator.id }])
    const answer = await assign(surgeon.id)
    expect(answer.json<BulkAssigned>()).toEqual({
      assigned: others.map(({ id }) => id),
      changedMeanwhile: [first.id],
    })
    expect((await readAll())[0]).toMatchObject({ owner: navigator, version: 2 })
  })

  it('leaves those that have the owner already at their version', async () => {
    const answer = await assign(null)
    expect(answer.json<BulkAssigned>().assigned).toEqual(ids())
    expect((await readAll()).map(({ version }) => version)).toEqual(Array(6).fill(1))
  })

  it('is done once under one key', async () => {
    const headers = { 'idempotency-key': 'assigned-once' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => assign(surgeon.id, referrals, headers)),
    )
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect((await readAll()).map(({ version }) => version)).toEqual(Array(6).fill(2))
  })
})

describe('assigning that is refused', () => {
  const nobody = '0199a0a0-0000-7000-8000-000000000000'
  const cases: [string, string, () => [string, Referral[]]][] = [
    ['to nobody known', '/ownerId', () => [nobody, referrals]],
    [
      'of a referral that is not there',
      '/referrals/6/id',
      () => [surgeon.id, [...referrals, { ...(referrals[0] as Referral), id: nobody }]],
    ],
    [
      'of a referral named twice',
      '/referrals/6/id',
      () => [surgeon.id, [...referrals, ...referrals.slice(0, 1)]],
    ],
    ['of nothing', '/referrals', () => [surgeon.id, []]],
    ['of more than a hundred', '/referrals', () => [surgeon.id, Array(101).fill(referrals[0])]],
  ]
  it.each(cases)('leaves all as they are: %s', async (_, pointer, asked) => {
    const answer = await assign(...asked())
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
    expect(await readAll()).toEqual(referrals)
  })
})

describe('assigning that races with changes and with other assigning', () => {
  it('gives each referral to one winner, and says the truth to all', async () => {
    const edits = referrals.map((seen) =>
      sendChange(running, as, seen, ['PATCH', '', { priority: 'urgent' }]),
    )
    const bulk = [
      assign(surgeon.id),
      assign(navigator.id, referrals.toReversed()),
      assign(surgeon.id, referrals.toReversed()),
    ]
    const edited = (await Promise.all(edits)).map(({ statusCode }) => statusCode === 200)
    const answers = (await Promise.all(bulk)).map((answer) => answer.json<BulkAssigned>())
    for (const [index, { id, version, events, owner }] of (await readAll()).entries()) {
      const winners = answers.filter(({ assigned }) => assigned.includes(id)).length
      expect(winners + Number(edited[index])).toBe(1)
      expect({ version, events: events.length }).toEqual({ version: 2, events: 2 })
      expect(owner === null).toBe(edited[index])
    }
  })
})
