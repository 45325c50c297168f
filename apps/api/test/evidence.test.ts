import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NewEvidence, NewRuling, Referral } from '../src/contract.ts'
import { etagOf } from '../src/referrals/if-match.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { letter, report } from './told-evidence.ts'

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

const send = (path: string, body: unknown, seen = referral) =>
  sendChange(running, as, seen, ['POST', path, body])

const told = async (entry: NewEvidence, seen: Referral): Promise<Referral> =>
  (await send('/evidence', entry, seen)).json()

const factOf = ({ facts }: Referral, fact: string) => facts.find((one) => one.fact === fact)

const rulingOn = (
  { facts }: Referral,
  ruled: Pick<NewRuling, 'fact' | 'level' | 'kind'> & { which?: number },
): NewRuling => {
  const { which = 0, ...ruling } = ruled
  const place = facts.find(({ fact, level }) => fact === ruling.fact && level === ruling.level)
  return { ...ruling, evidenceId: place?.evidence[which]?.id ?? '', reason: 'the report was read' }
}

describe('evidence', () => {
  it('keeps where each fact came from, who entered it and when, and screens the referral', async () => {
    const answer = await send('/evidence', letter)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers.etag).toBe('"2"')
    const now: Referral = answer.json()
    expect(factOf(now, 'painScore')).toMatchObject({
      status: 'recorded',
      value: 8,
      evidence: [
        {
          origin: letter.origin,
          enteredBy: { displayName: 'An invented navigator', role: 'navigator' },
          enteredAt: '2026-11-21T09:00:00.000Z',
        },
      ],
    })
    expect(now.standing).toMatchObject({
      state: 'screened',
      result: { outcome: 'insufficient-information' },
    })
    expect(now.events[0]).toMatchObject({ kind: 'evidence', what: 'Facts from a document' })
    const row = await running.owner.referral.findUniqueOrThrow({ where: { id: referral.id } })
    expect(row).toMatchObject({
      outcome: 'insufficient-information',
      decisive: [
        { fact: 'mriFinding', level: 'L1' },
        { fact: 'retropulsion', level: 'L1' },
      ],
    })
  })

  it('that disagrees is a conflict and counts as not recorded until a person chooses', async () => {
    const first = await told(report('acute'), await told(letter, referral))
    expect(first.standing).toMatchObject({ result: { outcome: 'meets' } })
    const conflict = await told(report('chronic'), first)
    expect(factOf(conflict, 'mriFinding')?.status).toBe('conflict')
    expect(conflict.standing).toMatchObject({ result: { outcome: 'insufficient-information' } })
    const ruling = rulingOn(conflict, { fact: 'mriFinding', level: 'L1', kind: 'chosen', which: 1 })
    const chosen: Referral = (await send('/rulings', ruling, conflict)).json()
    expect(chosen.standing).toMatchObject({ result: { outcome: 'does-not-meet' } })
    expect(factOf(chosen, 'mriFinding')?.evidence[1]?.chosen).toMatchObject({
      reason: 'the report was read',
    })
    expect(chosen.events[0]).toMatchObject({
      kind: 'ruling',
      what: 'Chosen: MRI finding at L1',
      why: 'the report was read',
    })
    const again = await told(report('acute'), chosen)
    expect(factOf(again, 'mriFinding')?.status).toBe('conflict')
    const row = await running.owner.referral.findUniqueOrThrow({ where: { id: referral.id } })
    expect(row).toMatchObject({ conflicts: 1, outcome: 'insufficient-information' })
  })

  it('that is withdrawn stays readable and counts no more', async () => {
    const before = await told(report('acute'), await told(letter, referral))
    const ruling = rulingOn(before, { fact: 'mriFinding', level: 'L1', kind: 'withdrawn' })
    const after: Referral = (await send('/rulings', ruling, before)).json()
    expect(factOf(after, 'mriFinding')).toMatchObject({
      status: 'withdrawn',
      evidence: [{ value: 'acute', withdrawn: { reason: 'the report was read' } }],
    })
    expect(after.standing).toMatchObject({ result: { outcome: 'insufficient-information' } })
    const twice = await send('/rulings', ruling, after)
    expect([twice.statusCode, twice.json().errors[0].pointer]).toEqual([422, '/evidenceId'])
  })

  it.each<[string, Partial<NewEvidence>, string]>([
    ['tells nothing', { patient: {}, levels: [] }, ''],
    [
      'is of a day after tomorrow',
      { origin: { ...letter.origin, on: '2026-11-23' } },
      '/origin/on',
    ],
    [
      'tells a day after its own',
      { patient: { careStartedOn: '2026-11-22' } },
      '/patient/careStartedOn',
    ],
    ['tells a score without its scale', { patient: { painScore: 8 } }, '/patient/painScale'],
    [
      'tells a scale without its score',
      { patient: { painScale: 'NRS-0-10' } },
      '/patient/painScore',
    ],
    [
      'tells a number outside its scale',
      { patient: { rolandMorris: 25 } },
      '/patient/rolandMorris',
    ],
    ['names a level twice', { levels: [{ level: 'L1' }, { level: 'L1' }] }, '/levels/1/level'],
    ['tells an age', { patient: { ageYears: 78 } as NewEvidence['patient'] }, '/patient/ageYears'],
    [
      'contradicts itself',
      { patient: { careResponse: 'not-tried', careDays: 3 } },
      '/patient/careResponse',
    ],
  ])('that %s is refused with the field', async (_, wrong, pointer) => {
    const answer = await send('/evidence', { origin: letter.origin, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      pointer,
    ])
    expect(await running.owner.evidence.count({ where: { referralId: referral.id } })).toBe(0)
  })

  it('is entered once for a key, and not at all against a version that has passed', async () => {
    const headers = { 'if-match': etagOf(referral), 'idempotency-key': 'letter-1' }
    const url = `/api/referrals/${referral.id}/evidence`
    const [one, other] = await Promise.all(
      [1, 2].map(() => running.send('POST', url, { as, body: letter, headers })),
    )
    expect(one?.json()).toEqual(other?.json())
    expect((await send('/evidence', letter)).statusCode).toBe(412)
    expect(await running.owner.evidence.count({ where: { referralId: referral.id } })).toBe(1)
  })
})

describe('a ruling', () => {
  it.each<[string, Partial<NewRuling> & { which?: number }, string]>([
    [
      'names evidence of nobody',
      { evidenceId: '0199a0a0-0000-7000-8000-000000000000' },
      '/evidenceId',
    ],
    ['names a fact that the source does not tell', { fact: 'retropulsion', level: 'L1' }, '/fact'],
    ['names another level', { fact: 'onsetOn', level: 'L2', kind: 'withdrawn' }, '/fact'],
    ['chooses where one source speaks', { kind: 'chosen' }, '/kind'],
    ['chooses a level', { fact: 'level', level: 'L1', kind: 'chosen' }, '/kind'],
    ['gives no reason', { reason: ' ' }, '/reason'],
  ])('that %s is refused', async (_, wrong, pointer) => {
    const now = await told(letter, referral)
    const ruling = rulingOn(now, { fact: 'onsetOn', level: 'L1', kind: 'chosen' })
    const answer = await send('/rulings', { ...ruling, ...wrong }, now)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
    expect(await running.owner.ruling.count({ where: { evidenceId: ruling.evidenceId } })).toBe(0)
  })

  it('on evidence of another referral is refused', async () => {
    const other = await told(letter, await receivedReferral(running, as))
    const now = await told(letter, referral)
    const ruling = rulingOn(other, { fact: 'onsetOn', level: 'L1', kind: 'withdrawn' })
    const answer = await send('/rulings', ruling, now)
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/evidenceId'])
  })
})
