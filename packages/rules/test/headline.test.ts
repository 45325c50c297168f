import { describe, expect, it } from 'vitest'
import { type Findings, screen } from '../src/index.ts'
import { assessedOn, recentFracture, wellDocumented } from './cases/patients.ts'

type Level = Findings['levels'][number]
type Facts = NonNullable<Findings['patient']>

const told = (patient: Facts = {}, ...levels: Partial<Level>[]) =>
  screen({
    assessedOn,
    patient: { ...wellDocumented, ...patient },
    levels: [{}, ...levels.slice(1)].map((level, index) => ({
      ...recentFracture,
      ...(index === 0 ? levels[0] : level),
    })),
  })
describe('a headline', () => {
  it.each([
    [{}, [{}], 'L1: the documented criteria are met; the surgeon decides.'],
    [
      {},
      [{}, { level: 'L2' as const, mriFinding: 'chronic' as const, mriMarrowEdema: false }],
      'L1 of 2 levels: the documented criteria are met; the surgeon decides.',
    ],
    [
      { careDays: 9 },
      [{}],
      'Not met yet: two weeks of failed conservative care; they can be complete on 20-Jun-2026.',
    ],
    [
      { qualityOfLifeLimited: false },
      [{ mriFinding: 'no-fracture' as const }],
      'Not met: active fracture on MRI and severe pain limiting life.',
    ],
    [
      { careDays: 9 },
      [{ mriFinding: 'no-fracture' as const }],
      'Not met: active fracture on MRI and failed conservative care.',
    ],
    [{ neurologicDeficit: true }, [{}], 'Urgent for the surgeon: neurologic deficit.'],
    [
      { pregnant: true, cementAllergy: true },
      [{}],
      'For the surgeon: pregnancy and cement allergy.',
    ],
    [
      { painScore: 6 },
      [{ retropulsion: 'mild' as const, cause: 'high-energy-trauma' as const }],
      'For the surgeon to weigh at L1: retropulsion, the severity of the pain and high-energy trauma.',
    ],
    [
      {},
      [{}, { level: 'T12' as const, retropulsion: 'significant' as const }],
      'For the surgeon to weigh: a level that meets beside one with significant retropulsion.',
    ],
  ])('with %o and %o says: %s', (patient, levels, headline) => {
    expect(told(patient, ...levels).headline).toBe(headline)
  })

  it('names what is missing while it fits, and else what to ask first', () => {
    const bare = screen({ assessedOn, levels: [{ level: 'T12' }] })
    expect(bare.headline).toBe(
      'Not recorded: 7 facts the outcome waits for; ask first for: MRI finding at T12.',
    )
    const { careResponse, ...patient } = wellDocumented
    expect(screen({ assessedOn, patient, levels: [recentFracture] }).headline).toBe(
      'Not recorded: response to conservative care.',
    )
  })

  it('may be 140 characters long, and longer says how many points there are to weigh', () => {
    const child = { painScore: 6, careModalities: ['other' as const], ageYears: 12 }
    const fitting: Partial<Level>[] = [
      { cause: 'high-energy-trauma' },
      { level: 'L2', cause: 'benign-lesion' },
    ]
    expect(told(child, ...fitting).headline).toBe(
      'For the surgeon to weigh at L1 and L2: conservative care, the severity of the pain, an age under 18, high-energy trauma and a benign lesion.',
    )
    const [first, second] = fitting
    expect(told(child, first ?? {}, { ...second, level: 'T12' }).headline).toBe(
      'For the surgeon to weigh: 5 points.',
    )
  })

  it('counts levels when they are more than four', () => {
    const levels = (['T8', 'T9', 'T10', 'T11', 'T12'] as const).map((level) => ({ level }))
    expect(told({}, ...levels).headline).toBe(
      'For the surgeon to weigh at 5 levels: more than three levels.',
    )
  })
})
