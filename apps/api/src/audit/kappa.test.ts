import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kappaOf } from './kappa.ts'

/** Tables whose kappa is worked out in print; the standard error of the second too, those of the others by hand. */
const worked = [
  {
    what: 'two raters of 100 subjects into three diagnoses (Fleiss, Levin and Paik 2003, table 18.1)',
    counts: [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ],
    kappa: 0.676,
    standardError: 0.088,
  },
  {
    what: 'two pathologists on 118 slides (Agresti 2002, table 10.8)',
    counts: [
      [22, 2, 2, 0],
      [5, 7, 14, 0],
      [0, 2, 36, 0],
      [0, 1, 17, 10],
    ],
    kappa: 0.493,
    standardError: 0.057,
  },
  {
    what: '50 answers yes and no, agreeing on 20 and 15: (0.7 − 0.5) ÷ (1 − 0.5)',
    counts: [
      [20, 5],
      [10, 15],
    ],
    kappa: 0.4,
    standardError: 0.127,
  },
]

const arbitraryCounts = fc.integer({ min: 2, max: 4 }).chain((size) =>
  fc.array(fc.array(fc.nat(400), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
)

describe('Kappa', () => {
  it.each(worked)('is as it was worked out of $what', ({ counts, kappa, standardError }) => {
    const found = kappaOf(counts)
    expect(found?.value).toBeCloseTo(kappa, 3)
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / 2 / 1.96).toBeCloseTo(standardError, 3)
  })

  it('is 1 where all agree, with an interval that has no width', () => {
    const all = [
      [12, 0],
      [0, 30],
    ]
    expect(kappaOf(all)).toEqual({ value: 1, low: 1, high: 1 })
  })

  it('is −1 where two halves each say the opposite of the other', () => {
    const none = [
      [0, 20],
      [20, 0],
    ]
    expect(kappaOf(none)?.value).toBe(-1)
  })

  it.each([
    {
      what: 'nothing',
      counts: [
        [0, 0],
        [0, 0],
      ],
    },
    {
      what: 'one answer of both',
      counts: [
        [40, 0],
        [0, 0],
      ],
    },
    {
      what: 'one answer of the first',
      counts: [
        [30, 10],
        [0, 0],
      ],
    },
    {
      what: 'one answer of the second',
      counts: [
        [30, 0],
        [10, 0],
      ],
    },
  ])('cannot be told of $what', ({ counts }) => {
    expect(kappaOf(counts)).toBeNull()
  })

  it('lies between −1 and 1 within its interval, and is the same with the sides exchanged', () => {
    fc.assert(
      fc.property(arbitraryCounts, (counts) => {
        const found = kappaOf(counts)
        const exchanged = kappaOf(counts.map((_, at) => counts.map((row) => row[at] ?? 0)))
        expect(found === null).toBe(exchanged === null)
        if (!found || !exchanged) return
        expect(exchanged.value).toBeCloseTo(found.value, 9)
        expect(exchanged.low).toBeCloseTo(found.low, 9)
        for (const end of [found.value, found.low, found.high]) {
          expect(end).toBeGreaterThanOrEqual(-1)
          expect(end).toBeLessThanOrEqual(1)
        }
        expect(found.low).toBeLessThanOrEqual(found.value)
        expect(found.high).toBeGreaterThanOrEqual(found.value)
      }),
      { numRuns: 300 },
    )
  })

  it('comes closer with more of the same', () => {
    const width = (times: number) => {
      const found = kappaOf([
        [20 * times, 5 * times],
        [10 * times, 15 * times],
      ])
      return found ? found.high - found.low : Number.NaN
    }
    expect(width(4)).toBeCloseTo(width(1) / 2, 12)
  })
})
