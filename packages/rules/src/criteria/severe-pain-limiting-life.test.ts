import { describe, expect, it } from 'vitest'
import { screen } from '../screen.ts'

type Facts = NonNullable<Parameters<typeof screen>[0]['patient']>

const pain = (patient: Facts) => {
  const result = screen({ assessedOn: '2026-11-21', patient, levels: [{ level: 'L1' }] })
  const criterion = result.levels[0]?.criteria[3]
  if (criterion === undefined) throw new Error('the result lacks its fourth criterion')
  return criterion
}

const asked = 'severe pain from this fracture that limits quality of life was asked for.'
const limiting = { qualityOfLifeLimited: true } as const
const nrs = (painScore: number) => ({ painScore, painScale: 'NRS-0-10' }) as const
const millimetres = (painScore: number) => ({ painScore, painScale: 'VAS-0-100' }) as const

const statuses: [Facts, string, string][] = [
  [{}, 'unknown', 'nothing is recorded'],
  [{ painScale: 'NRS-0-10', ...limiting }, 'unknown', 'a scale without a score says nothing'],
  [limiting, 'unknown', 'how severe it is is missing'],
  [{ ...limiting, painFromFracture: true }, 'unknown', 'its cause is not its severity'],
  [nrs(8), 'unknown', 'whether it limits life is missing'],
  [{ painSeverity: 'severe' }, 'unknown', 'whether it limits life is missing'],
  [{ ...nrs(7), ...limiting }, 'met', '7 of 10 is severe'],
  [{ ...nrs(6.9), ...limiting }, 'needs-review', 'just under severe'],
  [{ ...nrs(5), ...limiting }, 'needs-review', '5 of 10 is where weighing starts'],
  [{ ...nrs(4.9), ...limiting }, 'not-met', 'just under 5'],
  [{ ...nrs(0), ...limiting }, 'not-met', 'zero is a score, not a missing one'],
  [{ ...nrs(10), ...limiting }, 'met', 'the top of the scale'],
  [{ painScore: 7, painScale: 'VAS-0-10', ...limiting }, 'met', 'both 0-10 scales read alike'],
  [{ ...millimetres(70), ...limiting }, 'met', '70 of 100 is 7 of 10'],
  [{ ...millimetres(69.9), ...limiting }, 'needs-review', 'just under 7 of 10'],
  [{ ...millimetres(50), ...limiting }, 'needs-review', '50 of 100 is 5 of 10'],
  [{ ...millimetres(49.9), ...limiting }, 'not-met', 'just under 5 of 10'],
  [{ ...millimetres(8), ...limiting }, 'not-met', '8 of 100 is under 1 of 10'],
  [{ painSeverity: 'severe', ...limiting }, 'met', "the clinician's word is enough"],
  [{ painSeverity: 'moderate', ...limiting }, 'not-met', 'the word says not severe'],
  [{ painSeverity: 'mild', ...limiting }, 'not-met', 'the word says not severe'],
  [{ painSeverity: 'none', ...limiting }, 'not-met', 'the word says no pain'],
  [{ painSeverity: 'moderate' }, 'not-met', 'not severe decides without quality of life'],
  [{ ...nrs(3) }, 'not-met', 'not severe decides without quality of life'],
  [{ ...nrs(6) }, 'needs-review', 'weighing comes before what is missing'],
  [{ ...nrs(8), painSeverity: 'severe', ...limiting }, 'met', 'word and score agree'],
  [{ ...nrs(6), painSeverity: 'severe', ...limiting }, 'needs-review', 'severe with under 7'],
  [{ ...nrs(4), painSeverity: 'severe', ...limiting }, 'needs-review', 'severe with under 5'],
  [{ ...nrs(7), painSeverity: 'moderate', ...limiting }, 'needs-review', 'moderate with 7'],
  [{ ...nrs(6), painSeverity: 'moderate', ...limiting }, 'needs-review', 'in between anyway'],
  [{ ...nrs(4), painSeverity: 'moderate', ...limiting }, 'not-met', 'both say not severe'],
  [{ ...nrs(8), qualityOfLifeLimited: false }, 'not-met', 'life is not limited'],
  [{ qualityOfLifeLimited: false }, 'not-met', 'life not limited decides alone'],
  [{ ...nrs(9), ...limiting, painFromFracture: false }, 'not-met', 'the pain comes from elsewhere'],
  [{ painFromFracture: false }, 'not-met', 'pain from elsewhere decides alone'],
  [{ ...nrs(9), ...limiting, painFromFracture: true }, 'met', 'the pain comes from the fracture'],
]

describe('severe pain limiting life', () => {
  it.each(statuses)('%o is %s: %s', (facts, status, _reason) => {
    expect(pain(facts).status).toBe(status)
  })

  const sentences: [Facts, string][] = [
    [
      {},
      `Neither how severe the pain is nor whether it limits quality of life is recorded; ${asked}`,
    ],
    [limiting, `Pain limiting quality of life is recorded, but not how severe it is; ${asked}`],
    [
      { ...nrs(8), painSeverity: 'severe' },
      `Pain 8 of 10 (NRS), described as severe, but whether it limits quality of life is not recorded; ${asked}`,
    ],
    [
      { ...millimetres(75), ...limiting },
      `Pain 75 of 100 (VAS), limiting quality of life; ${asked}`,
    ],
    [
      { painScore: 6, painScale: 'VAS-0-10', ...limiting },
      `Pain 6 of 10 (VAS), between 5 and 7 of 10, which a person must weigh; ${asked}`,
    ],
    [
      { ...nrs(8), painSeverity: 'mild' },
      `Pain 8 of 10 (NRS), described as mild: the word and the score disagree, which a person must weigh; ${asked}`,
    ],
    [{ painSeverity: 'mild' }, `Pain described as mild; ${asked}`],
    [
      { painFromFracture: false },
      `Pain of unrecorded severity, recorded as not coming from this fracture; ${asked}`,
    ],
    [{ ...nrs(2) }, `Pain 2 of 10 (NRS); ${asked}`],
    [
      { qualityOfLifeLimited: false },
      `Pain of unrecorded severity, not limiting quality of life; ${asked}`,
    ],
    [
      { ...nrs(9), painFromFracture: false },
      `Pain 9 of 10 (NRS), recorded as not coming from this fracture; ${asked}`,
    ],
  ]

  it.each(sentences)('with %o says: %s', (facts, because) => {
    expect(pain(facts).because).toBe(because)
  })

  it.each([
    [{}, ['painScore', 'qualityOfLifeLimited'], 'both are missing'],
    [limiting, ['painScore'], 'the severity is missing'],
    [nrs(8), ['qualityOfLifeLimited'], 'quality of life is missing'],
    [{ painSeverity: 'severe' }, ['qualityOfLifeLimited'], 'a word is enough'],
    [nrs(6), [], 'a person weighs it'],
  ] as [Facts, string[], string][])('with %o waits for %o: %s', (facts, missing, _reason) => {
    expect(pain(facts).missing).toEqual(missing)
  })

  it('suggests a later assessment when it is not met, for how much it hurts is for the patient to say', () => {
    for (const [facts, status] of statuses) {
      expect(pain(facts).wouldChange).toBe(
        status === 'not-met'
          ? 'A later assessment, at which severe pain from this fracture limits quality of life, would change this.'
          : null,
      )
    }
  })
})
