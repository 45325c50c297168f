import type { Day } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { columnsOfDay } from '../src/referrals/columns-of-day.ts'
import type { KeptFacts } from '../src/referrals/evidence-kept.ts'
import { ageOn, birthdayOf } from '../src/referrals/standing-birthdays.ts'

const today = '2026-11-21'
const old = '1948-04-05'

const met: KeptFacts = {
  patient: {
    painScore: 8,
    painScale: 'NRS-0-10',
    painFromFracture: true,
    qualityOfLifeLimited: true,
    careModalities: ['bracing'],
    careStartedOn: '2026-10-28',
    careResponse: 'failed',
  },
  levels: [{ level: 'L1', onsetOn: '2026-10-20', mriFinding: 'acute', retropulsion: 'none' }],
  careDaysOn: null,
}

const withPatient = (patient: KeptFacts['patient'], careDaysOn: Day | null = null): KeptFacts => ({
  ...met,
  patient: { ...met.patient, ...patient },
  careDaysOn,
})

describe('how a referral stands', () => {
  it('tells the day on which the window of the fracture closes, and to what', () => {
    expect(columnsOfDay(met, old, today)).toMatchObject({
      outcome: 'meets',
      nextChangeOn: '2027-01-13',
      nextOutcome: 'needs-surgeon-review',
      closesOn: '2027-01-13',
      readyOn: null,
    })
  })

  it('tells the day on which care reaches two weeks and the referral becomes ready', () => {
    const kept = withPatient({ careStartedOn: '2026-11-15' })
    expect(columnsOfDay(kept, old, today)).toMatchObject({
      outcome: 'does-not-meet',
      nextChangeOn: '2026-11-29',
      nextOutcome: 'meets',
      readyOn: '2026-11-29',
      closesOn: '2027-01-13',
    })
  })

  it('lets days of care that a source stated go on since the day of the source', () => {
    const { careStartedOn: _, ...patient } = met.patient
    const kept = { ...met, patient: { ...patient, careDays: 10 }, careDaysOn: '2026-11-16' }
    expect(columnsOfDay(kept, old, '2026-11-19').readyOn).toBe('2026-11-20')
    expect(columnsOfDay(kept, old, '2026-11-20').outcome).toBe('meets')
  })

  it('is no outcome while no level is named', () => {
    expect(columnsOfDay(null, old, today)).toMatchObject({
      outcome: 'no-level',
      decisive: [{ fact: 'level', level: null }],
      nextChangeOn: null,
    })
  })

  it('is a contradiction while a day lies ahead, and tells when that ends', () => {
    const kept = withPatient({ careStartedOn: '2026-11-23' })
    expect(columnsOfDay(kept, old, today)).toMatchObject({
      outcome: 'contradiction',
      decisive: [],
      nextChangeOn: '2026-11-23',
      nextOutcome: 'does-not-meet',
      readyOn: null,
    })
  })

  it('foresees that care said not to be tried contradicts its start from the next day on', () => {
    const { careModalities: _, ...patient } = met.patient
    const told = { ...patient, careStartedOn: today, careResponse: 'not-tried' } as const
    expect(columnsOfDay({ ...met, patient: told }, old, today)).toMatchObject({
      outcome: 'does-not-meet',
      nextChangeOn: '2026-11-22',
      nextOutcome: null,
      closesOn: null,
    })
  })

  it('changes on the day the patient comes of age', () => {
    expect(columnsOfDay(met, '2008-12-01', today)).toMatchObject({
      outcome: 'needs-surgeon-review',
      nextChangeOn: '2026-12-01',
      nextOutcome: 'meets',
    })
  })

  it('is a contradiction for a birth date that cannot be', () => {
    expect(columnsOfDay(met, '2027-01-01', today).outcome).toBe('contradiction')
    expect(columnsOfDay(met, '1896-11-20', today).outcome).toBe('meets')
    expect(columnsOfDay(met, '1895-11-21', today).outcome).toBe('contradiction')
  })
})

describe('an age', () => {
  it.each<[Day, Day, number]>([
    ['2008-11-21', '2026-11-20', 17],
    ['2008-11-21', '2026-11-21', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2027-01-01', '2026-11-21', -1],
  ])('of somebody born on %s is on %s %i', (born, on, age) => {
    expect(ageOn(born, on)).toBe(age)
  })

  it('is reached on 1 March in a year without the day of birth', () => {
    expect(birthdayOf('2008-02-29', 18)).toBe('2026-03-01')
    expect(birthdayOf('2008-02-29', 20)).toBe('2028-02-29')
  })
})
