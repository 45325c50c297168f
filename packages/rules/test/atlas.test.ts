import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAtlas } from '../src/atlas/atlas.ts'
import { answersTo, placeOf, type Tabled } from '../src/atlas/decision-table.ts'
import {
  cautionsTabled,
  criterionTabled,
  levelTabled,
  screeningTabled,
} from '../src/atlas/tabled.ts'
import { type CriterionId, criteria, judge, nothingRecorded } from '../src/criteria.ts'
import type { Criterion, Seen } from '../src/criterion.ts'
import { oldestFractureDays } from '../src/days-elapsed.ts'
import type { Findings } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { answersFor, holds, madeOf } from './made-tables.ts'

const four: readonly Criterion<CriterionId>[] = criteria

const seenIn = ({ assessedOn, patient = nothingRecorded, levels }: Findings): Seen[] => {
  const oldest = oldestFractureDays(levels, assessedOn)
  return levels.map((level) => ({ assessedOn, patient, level, oldestFractureDays: oldest }))
}

const ofCriteria = four.map((criterion) => [criterion, criterionTabled(criterion)] as const)
const all = [
  ...ofCriteria.map(([, tabled]) => tabled),
  cautionsTabled,
  levelTabled,
  screeningTabled,
] as unknown as Tabled<unknown, unknown>[]

describe('every table of the atlas', { timeout: 60_000 }, () => {
  it('answers each combination of classes that can be in exactly one row, as the rules do', () => {
    for (const tabled of all) {
      const { rows, combinations, answers } = madeOf(tabled)
      expect(combinations).toBe(answers.size)
      for (const [place, { answer }] of answers) {
        const found = rows.filter(({ box }) => holds(box, place.split(',').map(Number)))
        expect(found.map((row) => row.answer)).toEqual([answer])
      }
    }
  })

  it('has each class that it names', () => {
    for (const tabled of all) {
      const places = [...madeOf(tabled).answers.keys()].map((place) => place.split(','))
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

describe('the tables of the criteria', { timeout: 60_000 }, () => {
  it.each(ofCriteria.map(([criterion, tabled]) => [criterion.id, criterion, tabled] as const))(
    'answer random findings as the judge of %s does, each by one row',
    (_, criterion, tabled) => {
      const answers = answersFor(tabled)
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
