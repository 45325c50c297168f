import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NewEvidence, Referral, ReplyDraft } from '../src/contract.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { sendWithdrawal, signedOff } from './a-sign-off.ts'
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

const send = (path: string, body: unknown, seen: Referral) =>
  sendChange(running, as, seen, ['POST', path, body])

const told = async (...entries: NewEvidence[]): Promise<Referral> => {
  let now = referral
  for (const entry of entries) now = (await send('/evidence', entry, now)).json()
  return now
}

const drafted = async (...entries: NewEvidence[]): Promise<ReplyDraft> => {
  await told(...entries)
  return (await running.send('GET', `/api/referrals/${referral.id}/reply`, { as })).json()
}

const { origin } = letter
const placesOf = ({ items }: ReplyDraft) => items.map(({ fact, level }) => `${level} ${fact}`)

describe('the reply to the referrer', () => {
  it('lists exactly the decisive missing items with why each is needed, as plain text', async () => {
    const { text, items, followUpOn } = await drafted(letter)
    expect(text).toBe(
      [
        'Dear Dr. Petronella Wick,',
        `Your referral for kyphoplasty, received 20-Nov-2026.\nOur MRN of the patient: ${referral.patient.mrn}`,
        'To screen it against the documented criteria we need from you:',
        '1. L1: What does the MRI report say about the age of the fracture?\n   Needed for the documented criterion "An acute or subacute compression fracture, confirmed by MRI." No MRI finding is recorded.',
        '2. L1: Is bone pushed back into the spinal canal, and how much?\n   Needed for the documented criterion "No significant bone is pushed back into the spinal canal." Retropulsion is not recorded.',
        'The criteria are read from two clinic pages; this is a draft reading, not signed off.\n',
      ].join('\n\n'),
    )
    expect(items.map(({ fact, level }) => [fact, level])).toEqual([
      ['mriFinding', 'L1'],
      ['retropulsion', 'L1'],
    ])
    expect(followUpOn).toBe('2026-11-28')
    expect(text).not.toContain(referral.patient.familyName)
  })

  it('says who signed off the reading once a surgeon has', async () => {
    const surgeon = await running.signIn('surgeon')
    const { id } = await signedOff(running, surgeon)
    const { text } = await drafted(letter)
    await sendWithdrawal(running, surgeon, id)
    expect(text).toContain('a reading signed off by An invented surgeon on 21-Nov-2026.')
  })

  it('asks which of two sources is right, without saying what they said', async () => {
    const { items, text } = await drafted(letter, report('acute'), report('chronic'))
    expect(items).toEqual([
      {
        fact: 'mriFinding',
        level: 'L1',
        asks: 'Two sources disagree on the MRI finding at L1 (document of 10-Nov-2026, document of 10-Nov-2026): which is right?',
        why: 'Needed for the documented criterion "An acute or subacute compression fracture, confirmed by MRI." Until this is settled it counts as not recorded.',
      },
    ])
    expect(text).not.toMatch(/chronic/)
  })

  it('asks about a red flag on which two sources disagree, though no criterion waits for it', async () => {
    const flag = (neurologicDeficit: boolean) => ({ origin, patient: { neurologicDeficit } })
    const draft = await drafted(letter, report('acute'), flag(true), flag(false))
    expect(placesOf(draft)).toEqual(['null neurologicDeficit'])
  })

  it('does not ask about a conflict that changes nothing', async () => {
    const trend = (painTrend: 'stable' | 'worsening') => ({ origin, patient: { painTrend } })
    const draft = await drafted(letter, report('acute'), trend('stable'), trend('worsening'))
    expect(draft.items).toEqual([])
    expect(draft.text).toContain('Nothing is missing at present')
  })

  it('asks which vertebra is fractured when none is named', async () => {
    expect(placesOf(await drafted())).toEqual(['null level'])
  })

  it('asks to check what contradicts itself', async () => {
    const { patient } = letter
    const draft = await drafted(
      { origin, patient },
      { origin, levels: [{ level: 'L1', onsetOn: '2026-11-15' }] },
    )
    expect(placesOf(draft)).toEqual(['null careDays'])
    expect(draft.items[0]?.asks).toMatch(
      /^Please check the days of conservative care: it is longer/,
    )
  })

  it.each([
    ['the day before the window closes', '2026-09-02', '2026-11-25'],
    ['tomorrow at the soonest', '2026-08-29', '2026-11-22'],
    ['in a week when the window is long', '2026-10-20', '2026-11-28'],
  ])('is followed up %s', async (_, onsetOn, followUpOn) => {
    const mri = {
      level: 'L1' as const,
      onsetOn,
      mriPerformedOn: '2026-11-10',
      mriFinding: 'acute' as const,
    }
    const { patient } = letter
    const draft = await drafted({ origin, ...(patient && { patient }), levels: [mri] })
    expect(draft.followUpOn).toBe(followUpOn)
  })

  it('is recorded with its text and the task that follows it up, and changes nothing else', async () => {
    const now = await told(letter)
    const followUp = { what: 'Ask again for the MRI report', dueOn: '2026-11-28' }
    const answer = await send('/replies', { text: 'Dear Dr. Wick,', by: 'copied', followUp }, now)
    expect(answer.statusCode).toBe(201)
    const after: Referral = answer.json()
    expect(after.events[0]).toMatchObject({
      kind: 'reply',
      what: 'Reply to the referrer copied',
      to: { text: 'Dear Dr. Wick,', followUp },
    })
    expect(after.tasks).toMatchObject([
      { ...followUp, owner: { displayName: 'An invented navigator' }, done: null },
    ])
    expect(after.facts).toEqual(now.facts)
    expect(after.standing).toEqual(now.standing)
  })

  it('is recorded without a task when none is wanted', async () => {
    const answer = await send(
      '/replies',
      { text: 'Thank you.', by: 'printed', followUp: null },
      referral,
    )
    expect(answer.json()).toMatchObject({ tasks: [], events: [{ kind: 'reply' }, {}] })
  })
})
