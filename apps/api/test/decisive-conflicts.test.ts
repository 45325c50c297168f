import { describe, expect, it } from 'vitest'
import { decisiveConflicts } from '../src/referrals/decisive-conflicts.ts'
import { gatheredFacts } from '../src/referrals/gathered-facts.ts'
import { standingOf } from '../src/referrals/standing.ts'
import { entryOf, letter, ofPatient } from './told-evidence.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

const { patient = {} } = letter
const met = entryOf(
  { patient, levels: [{ level: 'L1', mriFinding: 'acute', retropulsion: 'none' }] },
  '2026-11-20',
)
const ofLevel = (facts: object) => entryOf({ levels: [{ level: 'L1', ...facts }] }, '2026-11-20')

const read = (...entries: ReturnType<typeof entryOf>[]) => {
  const facts = gatheredFacts(entries, [])
  const standing = standingOf(facts, birthDate, today)
  return {
    outcome: standing.state === 'screened' ? standing.result.outcome : standing.state,
    decisive: decisiveConflicts(facts, birthDate, today).map(({ fact }) => fact),
  }
}

describe('a conflict decides', () => {
  it('when one of its sources, if right, changes the outcome', () => {
    expect(read(met, ofPatient({ pregnant: true }), ofPatient({ pregnant: false }))).toEqual({
      outcome: 'meets',
      decisive: ['pregnant'],
    })
  })

  it('together with another, when neither changes the outcome alone', () => {
    const sooner = ofLevel({ onsetOn: '2026-10-01', mriPerformedOn: '2026-10-10' })
    const later = ofLevel({ onsetOn: '2026-10-15', mriPerformedOn: '2026-10-20' })
    expect(read(met, sooner, later)).toEqual({
      outcome: 'meets',
      decisive: ['mriPerformedOn', 'onsetOn'],
    })
  })

  it('never when whatever is right leaves the outcome as it is', () => {
    const trend = (painTrend: 'stable' | 'worsening') => ofPatient({ painTrend })
    const onset = (onsetOn: string) => ofLevel({ onsetOn })
    expect(
      read(met, trend('stable'), trend('worsening'), onset('2026-10-20'), onset('2026-10-21')),
    ).toEqual({ outcome: 'meets', decisive: [] })
  })
})
