import { describe, expect, it } from 'vitest'
import { keptFacts } from '../src/referrals/evidence-kept.ts'
import { gatheredFacts } from '../src/referrals/gathered-facts.ts'
import { conflictsIn, standingColumns, standingOf } from '../src/referrals/standing.ts'
import { entryOf, ofPatient, onPatient, rulingOn, standsOf } from './told-evidence.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

describe('two sources', () => {
  const mri = (retropulsion: 'none' | 'significant') =>
    entryOf({ levels: [{ level: 'L1', retropulsion }] }, today)

  it('that disagree leave nothing recorded until a person chooses', () => {
    const [one, other] = [mri('none'), mri('significant')]
    expect(standsOf('retropulsion', [one, other])).toEqual(['conflict', undefined])
    const place = { fact: 'retropulsion', level: 'L1' } as const
    const chosen = rulingOn(one, { ...place, kind: 'chosen', over: [one.id, other.id] })
    expect(standsOf('retropulsion', [one, other], [chosen])).toEqual(['recorded', 'none'])
    expect(standsOf('retropulsion', [one, other, mri('significant')], [chosen])).toEqual([
      'conflict',
      undefined,
    ])
    expect(standsOf('retropulsion', [one, other, mri('none')], [chosen])?.[0]).toBe('recorded')
  })

  it('that scored pain alike on different scales disagree on both', () => {
    const one = ofPatient({ painScore: 8, painScale: 'NRS-0-10' })
    const other = ofPatient({ painScore: 8, painScale: 'VAS-0-100' })
    const facts = gatheredFacts([one, other], [])
    expect(facts.map(({ status }) => status)).toEqual(['conflict', 'conflict'])
    expect(conflictsIn(facts)).toBe(1)
    const chosen = onPatient(other, 'painScore', 'chosen', [one, other])
    expect(standsOf('painScale', [one, other], [chosen])).toEqual(['recorded', 'VAS-0-100'])
  })

  it('that name the same forms of care in another order agree', () => {
    const one = ofPatient({ careModalities: ['bracing', 'pain-medication', 'bracing'] })
    const other = ofPatient({ careModalities: ['pain-medication', 'bracing'] })
    expect(standsOf('careModalities', [one, other])).toEqual([
      'recorded',
      ['pain-medication', 'bracing'],
    ])
  })

  it('that count care from the same first day agree, and its days have gone on since', () => {
    const one = entryOf({ patient: { careDays: 10 }, levels: [{ level: 'L1' }] }, '2026-11-01')
    const other = ofPatient({ careDays: 15 }, '2026-11-06')
    expect(standsOf('careDays', [one, other])).toEqual(['recorded', 15])
    const facts = gatheredFacts([one, other], [])
    expect(keptFacts(facts)?.careDaysOn).toBe('2026-11-06')
    const standing = standingOf(facts, birthDate, today)
    expect(
      standing.state === 'screened' && standing.result.levels[0]?.criteria[1]?.because,
    ).toContain('30 days')
    expect(standsOf('careDays', [one, ofPatient({ careDays: 10 }, '2026-11-06')])).toEqual([
      'conflict',
      undefined,
    ])
  })

  it('of which one says care was not tried never lend its days to the care of the other', () => {
    const before = ofPatient({ careResponse: 'not-tried', careDays: 0 }, '2026-10-01')
    const since = ofPatient({ careResponse: 'failed', careModalities: ['bracing'] })
    const chosen = onPatient(since, 'careResponse', 'chosen', [before, since])
    expect(standsOf('careDays', [before])).toEqual(['recorded', 0])
    expect(standsOf('careDays', [before, since])).toEqual(['conflict', undefined])
    expect(standsOf('careDays', [before, since], [chosen])).toEqual(['conflict', undefined])
  })
})

describe('a red flag', () => {
  const flag = ofPatient({ cordOrCaudaCompression: true })
  const columnsOf = (...entries: ReturnType<typeof entryOf>[]) =>
    standingColumns(gatheredFacts(entries, []), birthDate, today)

  it('is urgent while no level is named', () => {
    expect(columnsOf(flag)).toMatchObject({ outcome: 'no-level', urgent: true })
    expect(columnsOf(ofPatient({ cordOrCaudaCompression: false }))).toMatchObject({ urgent: false })
    expect(columnsOf(ofPatient({ pregnant: true }))).toMatchObject({ urgent: false })
  })

  it('is urgent while other facts contradict each other', () => {
    const care = ofPatient({ careDays: 60 })
    const level = entryOf({ levels: [{ level: 'L1', onsetOn: '2026-11-15' }] }, today)
    expect(columnsOf(care, level, flag)).toMatchObject({ outcome: 'contradiction', urgent: true })
    expect(columnsOf(care, level)).toMatchObject({ outcome: 'contradiction', urgent: false })
  })
})

describe('an entry made by mistake', () => {
  it('takes what it told of a level with it when the level is withdrawn', () => {
    const entry = entryOf({ levels: [{ level: 'L1', mriFinding: 'acute' }] }, today)
    const other = entryOf({ levels: [{ level: 'L1' }] }, today)
    const level = rulingOn(entry, { fact: 'level', level: 'L1', kind: 'withdrawn', over: [] })
    expect(keptFacts(gatheredFacts([entry], [level]))).toBeNull()
    expect(keptFacts(gatheredFacts([entry, other], [level]))?.levels).toEqual([{ level: 'L1' }])
    expect(standsOf('mriFinding', [entry, other], [level])).toEqual(['withdrawn', undefined])
  })

  it('takes the scale of a pain score with the score', () => {
    const entry = ofPatient({ painScore: 8, painScale: 'NRS-0-10' })
    const mistake = onPatient(entry, 'painScore', 'withdrawn')
    expect(standsOf('painScale', [entry], [mistake])).toEqual(['withdrawn', undefined])
  })

  it('is no longer chosen once it is withdrawn', () => {
    const [one, other, third] = [true, false, true].map((pregnant) => ofPatient({ pregnant }))
    const entries = [one, other, third].filter((entry) => entry !== undefined)
    const rulings = one
      ? [onPatient(one, 'pregnant', 'chosen', entries), onPatient(one, 'pregnant', 'withdrawn')]
      : []
    expect(standsOf('pregnant', entries, rulings)).toEqual(['conflict', undefined])
  })
})
