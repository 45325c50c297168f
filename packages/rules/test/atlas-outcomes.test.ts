import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cautionsTabled, levelTabled, screeningTabled } from '../src/atlas/tabled.ts'
import { outcomes } from '../src/index.ts'
import { outcomeOfLevel, outcomeOfScreening } from '../src/outcome.ts'
import { standing } from '../src/standing.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { everyStanding } from './every-standing.ts'
import { answersFor } from './made-tables.ts'

describe('the table of a level', { timeout: 60_000 }, () => {
  it('answers each pattern of the four statuses under all circumstances by one row', () => {
    const answers = answersFor(levelTabled)
    let count = 0
    for (const one of everyStanding()) {
      const found = answers(one)
      if (found.length !== 1 || found[0] !== outcomeOfLevel(one)) expect(found).toEqual([one])
      count += 1
    }
    expect(count).toBe(36_864)
  })
})

describe('the table of a screening', () => {
  const kinds = outcomes.flatMap((outcome) =>
    [false, true]
      .filter((significant) => !significant || /review|not-meet/.test(outcome))
      .map((significantRetropulsion) => ({ outcome, significantRetropulsion })),
  )

  it('answers every set of levels by one row', () => {
    const answers = answersFor(screeningTabled)
    for (let bits = 1; bits < 2 ** kinds.length; bits++) {
      const levels = kinds.filter((_, at) => (bits >> at) % 2 === 1)
      expect(answers(levels)).toEqual([outcomeOfScreening(levels)])
    }
  })

  it('answers random findings as the screening does', () => {
    const answers = answersFor(screeningTabled)
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const { levels, outcome } = standing(findings)
        expect(answers(levels)).toEqual([outcome])
      }),
    )
  })
})

describe('the table of the cautions', { timeout: 60_000 }, () => {
  it('raises on random findings the cautions that the rules raise', () => {
    const answers = answersFor(cautionsTabled)
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const { levels } = standing(findings)
        for (const { level, seen, judgements, cautions } of levels) {
          const careNotYet = judgements[1].reason.notYet === true
          const seenBy = { ...seen.patient, ...level, levelCount: levels.length, careNotYet }
          expect(answers(seenBy)).toEqual([cautions.join(' ')])
        }
      }),
    )
  })
})
