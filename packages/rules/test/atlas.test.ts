import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAtlas } from '../src/atlas/atlas.ts'
import type { Box } from '../src/atlas/condense.ts'
import { answersTo, decisionTable, placeOf, type Tabled } from '../src/atlas/decision-table.ts'
import {
  cautionsTabled,
  criterionTabled,
  levelTabled,
  screeningTabled,
} from '../src/atlas/tabled.ts'
import {
  type CriterionId,
  criteria,
  judge,
  nothingRecorded,
  oldestFractureDays,
} from '../src/criteria.ts'
import type { Criterion, Seen } from '../src/criterion.ts'
import type { Findings } from '../src/index.ts'
import { outcomes } from '../src/index.ts'
import { outcomeOfLevel, outcomeOfScreening } from '../src/outcome.ts'
import { standing } from '../src/standing.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { everyStanding } from './every-standing.ts'

const four: readonly Criterion<CriterionId>[] = criteria

const holds = (box: Box, place: readonly number[]) =>
  box.every((classes, question) => classes.includes(place[question] ?? -1))

/** Gives the answers of every row that something stands in; there is to be one. */
const answersFor = <Part, Given>(tabled: Tabled<Part, Given>) => {
  const { rows } = decisionTable(tabled, [])
  return (seen: Given) => {
    const place = placeOf(tabled.questions, seen)
    return rows.filter(({ box }) => holds(box, place)).map(({ answer }) => answer)
  }
}

const seenIn = ({ assessedOn, patient = nothingRecorded, levels }: Findings): Seen[] => {
  const oldest = oldestFractureDays(levels, assessedOn)
  return levels.map((level) => ({ assessedOn, patient, level, oldestFractureDays: oldest }))
}

const all = [...four.map(criterionTabled), cautionsTabled, levelTabled, screeningTabled]

describe('every table of the atlas', () => {
  it('answers each combination of classes that can be in exactly one row, as the rules do', () => {
    for (const tabled of all as unknown as Tabled<unknown, unknown>[]) {
      const { rows, combinations } = decisionTable(tabled, [])
      const answers = answersTo(tabled)
      expect(combinations).toBe(answers.size)
      for (const [place, { answer }] of answers) {
        const found = rows.filter(({ box }) => holds(box, place.split(',').map(Number)))
        expect(found.map((row) => row.answer)).toEqual([answer])
      }
    }
  })

  it('has each class that it names', () => {
    for (const tabled of all as unknown as Tabled<unknown, unknown>[]) {
      const places = [...answersTo(tabled).keys()].map((place) => place.split(','))
      for (const [at, { classes }] of tabled.questions.entries()) {
        const reached = new Set(places.map((place) => Number(place[at])))
        expect(reached.size).toBe(Object.keys(classes).length)
      }
    }
  })

  it('is refused when its classes do not tell two answers apart', () => {
    const [fracture] = four
    const { questions, ...tabled } = criterionTabled(fracture as Criterion<CriterionId>)
    const blind = questions.map((one) => ({ ...one, classes: { any: () => true } }))
    expect(() => answersTo({ ...tabled, questions: blind })).toThrow('does not tell')
    const [first] = questions
    expect(() => placeOf([{ asks: 'x', classes: {} }], {})).toThrow('no class')
    expect(first?.tries.length).toBeGreaterThan(1)
  })
})

describe('the tables of the criteria', () => {
  it.each(four.map((criterion) => [criterion.id, criterion] as const))(
    'answer random findings as the judge of %s does, each by one row',
    (_, criterion) => {
      const answers = answersFor(criterionTabled(criterion))
      fc.assert(
        fc.property(arbitraryFindings, (findings) => {
          for (const seen of seenIn(findings)) {
            expect(answers(seen)).toEqual([judge(criterion, seen).code])
          }
        }),
        { numRuns: 400 },
      )
    },
  )

  it('have each reason of each criterion', () => {
    const told = makeAtlas().criteria.map(({ rows }) => [...new Set(rows.map(({ code }) => code))])
    expect(told).toEqual(four.map(({ reasons }) => Object.keys(reasons)))
  })
})

describe('the table of a level', () => {
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

describe('the table of the cautions', () => {
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
