import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { legalSteps, type Referral, ReferralState } from '../src/contract.ts'
import { receivedReferral, sendChange, sendStep } from './a-referral.ts'
import { meetingFindings, type RunningApp, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

const walk = fc.array(fc.constantFrom(...ReferralState.options), { minLength: 1, maxLength: 12 })

const isLegal = (from: ReferralState, to: ReferralState) =>
  legalSteps[from].some((legal) => legal === to)

const read = async ({ id }: Referral): Promise<Referral> =>
  (await running.send('GET', `/api/referrals/${id}`, { as })).json()

/** Where the events lead from nowhere; undefined when one of them begins where the one before did not end. */
const replayed = ({ events }: Referral) =>
  events.toReversed().reduce<unknown>((state, { kind, from, to }) => {
    if (kind === 'received') return Reflect.get(Object(to), 'state')
    return from === state ? to : undefined
  }, null)

async function takeAll(steps: ReferralState[]) {
  let seen = await receivedReferral(running, as, { patientId })
  for (const to of steps) {
    const answer = await sendStep(running, as, seen, to)
    if (isLegal(seen.state, to)) {
      expect(answer.statusCode).toBe(201)
      const next = answer.json<Referral>()
      expect(next).toMatchObject({ state: to, version: seen.version + 1 })
      expect(next.legalSteps).toEqual(legalSteps[to])
      seen = next
    } else {
      expect(answer.statusCode).toBe(409)
      const reason = `is not a step from here; legal are: ${legalSteps[seen.state].join(', ')}`
      expect(answer.json().errors).toEqual([{ pointer: '/to', reason }])
    }
  }
  return seen
}

describe('any walk of steps', () => {
  it('takes the legal ones, refuses the others by naming the legal ones, and is told by its events', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const seen = await takeAll(steps)
        const last = await read(seen)
        expect(last).toEqual(seen)
        expect(last.events.length).toBe(last.version)
        expect(replayed(last)).toBe(last.state)
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('reaches every state from a new referral, and every closed one can be taken up again', () => {
    const reached = new Set<ReferralState>(['new'])
    for (const state of reached) for (const next of legalSteps[state]) reached.add(next)
    expect(reached).toEqual(new Set(ReferralState.options))
    expect(legalSteps.closed).toEqual(['in-triage'])
  })
})

describe('a step', () => {
  it('moves a referral and says why', async () => {
    const referral = await receivedReferral(running, as, { patientId })
    const answer = await sendStep(running, as, referral, 'in-triage')
    expect(answer.statusCode).toBe(201)
    expect(answer.json<Referral>()).toMatchObject({
      state: 'in-triage',
      legalSteps: ['waiting-for-information', 'ready-for-surgeon', 'closed'],
      events: [
        { kind: 'step', from: 'new', to: 'in-triage', why: 'as was agreed' },
        { kind: 'received' },
      ],
    })
  })

  it('is refused without a reason', async () => {
    const referral = await receivedReferral(running, as, { patientId })
    const asked = { to: 'in-triage' }
    const answer = await sendChange(running, as, referral, ['POST', '/steps', asked])
    expect(answer.json().errors).toMatchObject([{ pointer: '/why' }])
  })

  it('that takes a closed referral up again screens it as of that day', async () => {
    const { levels, patient } = meetingFindings
    const { ageYears: _, ...told } = { ...patient, careStartedOn: '2026-11-12' }
    const origin = { kind: 'document', name: 'Referral letter', on: '2026-11-21' }
    const evidence = { origin, patient: told, levels }
    const referral = await receivedReferral(running, as, { patientId })
    const { id } = referral
    const known: Referral = (
      await sendChange(running, as, referral, ['POST', '/evidence', evidence])
    ).json()
    const closed: Referral = (await sendStep(running, as, known, 'closed')).json()
    const stored = () => running.owner.referral.findUniqueOrThrow({ where: { id } })
    expect((await stored()).outcome).toBe('does-not-meet')
    running.clock.pass(7 * 24 * 60)
    const again = await running.signIn('navigator')
    await sendStep(running, again, closed, 'in-triage')
    expect(await stored()).toMatchObject({
      outcome: 'meets',
      screenedOn: new Date('2026-11-28'),
    })
  })
})
