import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Referral, Screening } from '../src/contract.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { letter, report } from './told-evidence.ts'

let running: RunningApp
let as: string
let referral: Referral
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
})
afterAll(() => running.close())
beforeEach(async () => {
  referral = await receivedReferral(running, as)
})

const send = (path: string, body: unknown, seen: Referral) =>
  sendChange(running, as, seen, ['POST', path, body])

const told = async (...entries: unknown[]): Promise<Referral> => {
  let now = referral
  for (const entry of entries) now = (await send('/evidence', entry, now)).json()
  return now
}

const read = async (url: string) => (await running.send('GET', url, { as })).json()

describe('a screening of a referral', () => {
  it('freezes the findings of today with their evidence, whatever is told later', async () => {
    const now = await told(letter, report('acute'))
    const answer = await send('/screenings', undefined, now)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers.etag).toBe('"4"')
    const screening: Screening = answer.json()
    expect(screening).toMatchObject({
      patientId: referral.patient.id,
      findings: { assessedOn: '2026-11-21', patient: { ageYears: 78, careDays: 24 } },
      result: { outcome: 'meets' },
      referral: { id: referral.id, facts: now.facts },
    })
    const after: Referral = await read(`/api/referrals/${referral.id}`)
    expect(after.events[0]).toMatchObject({ kind: 'screening', to: { id: screening.id } })
    await send('/evidence', report('chronic'), after)
    expect(await read(answer.headers.location ?? '')).toEqual(screening)
    const { screenings } = await read(`/api/patients/${referral.patient.id}/screenings`)
    expect(screenings).toHaveLength(1)
  })

  it('takes a fact in conflict as not recorded, and keeps what either source said', async () => {
    const now = await told(letter, report('acute'), report('chronic'))
    const screening: Screening = (await send('/screenings', undefined, now)).json()
    expect(screening.result.outcome).toBe('insufficient-information')
    expect(screening.findings.levels[0]).not.toHaveProperty('mriFinding')
    const kept = screening.referral?.facts.find(({ fact }) => fact === 'mriFinding')
    expect(kept?.status).toBe('conflict')
    expect(kept?.evidence.map(({ value }) => value)).toEqual(['acute', 'chronic'])
  })

  it('is refused while a source tells a red flag that another denies, until a person chooses', async () => {
    const exam = (neurologicDeficit: boolean) => ({ ...letter, patient: { neurologicDeficit } })
    const now = await told(letter, report('acute'), exam(true), exam(false))
    expect(now.standing).toMatchObject({ state: 'screened' })
    const answer = await send('/screenings', undefined, now)
    expect(answer.statusCode).toBe(409)
    expect(answer.json().errors).toEqual([
      {
        pointer: '/patient/neurologicDeficit',
        reason: 'is told by one source and ruled out by another; choose which is right',
      },
    ])
    const fact = now.facts.find((one) => one.fact === 'neurologicDeficit')
    const { id: evidenceId } = fact?.evidence.find(({ value }) => value === true) ?? { id: '' }
    const ruling = {
      evidenceId,
      fact: 'neurologicDeficit',
      level: null,
      kind: 'chosen',
      reason: 'Seen today.',
    }
    const chosen: Referral = (await send('/rulings', ruling, now)).json()
    const screening: Screening = (await send('/screenings', undefined, chosen)).json()
    expect(screening.result).toMatchObject({ outcome: 'needs-surgeon-review', urgent: true })
  })

  it('is refused while it would meet only because sources disagree, until a person chooses', async () => {
    const canal = (canalCompromisePercent: number) => ({
      origin: letter.origin,
      levels: [{ level: 'L1', canalCompromisePercent }],
    })
    const now = await told(letter, report('acute'), canal(0), canal(40))
    expect(now.standing).toMatchObject({ result: { outcome: 'meets' } })
    const answer = await send('/screenings', undefined, now)
    expect(answer.statusCode).toBe(409)
    expect(answer.json().errors).toMatchObject([{ pointer: '/levels/0/canalCompromisePercent' }])
    const fact = now.facts.find((one) => one.fact === 'canalCompromisePercent')
    const { id: evidenceId } = fact?.evidence.find(({ value }) => value === 40) ?? { id: '' }
    const place = { fact: 'canalCompromisePercent', level: 'L1' }
    const ruling = { evidenceId, ...place, kind: 'chosen', reason: 'Read again.' }
    const chosen: Referral = (await send('/rulings', ruling, now)).json()
    const screening: Screening = (await send('/screenings', undefined, chosen)).json()
    expect(screening.result.outcome).not.toBe('meets')
  })

  it('is refused while it would not meet with what two sources say of two facts between them', async () => {
    const { origin } = letter
    const level = { level: 'L1', mriFinding: 'acute', retropulsion: 'none' }
    const dated = (onsetOn: string, mriPerformedOn: string) => ({
      origin,
      levels: [{ level: 'L1', onsetOn, mriPerformedOn }],
    })
    const now = await told(
      { ...letter, levels: [level] },
      dated('2026-10-01', '2026-10-10'),
      dated('2026-10-15', '2026-10-20'),
    )
    expect(now.standing).toMatchObject({
      result: { outcome: 'meets' },
      inDoubt: [
        { fact: 'mriPerformedOn', level: 'L1' },
        { fact: 'onsetOn', level: 'L1' },
      ],
    })
    const answer = await send('/screenings', undefined, now)
    expect(answer.statusCode).toBe(409)
    expect(answer.json().errors).toMatchObject([
      { pointer: '/levels/0/mriPerformedOn' },
      { pointer: '/levels/0/onsetOn' },
    ])
  })

  it('is refused while no level is named', async () => {
    const answer = await send('/screenings', undefined, await told({ ...letter, levels: [] }))
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      type: 'urn:kyphoscreen:problem:not-screenable',
      errors: [{ pointer: '/levels' }],
    })
  })

  it('is refused while two sources contradict each other, with the fields', async () => {
    const other = { origin: letter.origin, levels: [{ level: 'L1', onsetOn: '2026-11-15' }] }
    const { origin, patient } = letter
    const now = await told({ origin, patient }, other)
    expect(now.standing.state).toBe('contradiction')
    const answer = await send('/screenings', undefined, now)
    expect(answer.statusCode).toBe(409)
    expect(answer.json().errors[0].pointer).toBe('/patient/careDays')
    expect(await running.owner.screening.count({ where: { referralId: referral.id } })).toBe(0)
  })
})
