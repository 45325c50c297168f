import { describe, expect, it } from 'vitest'
import { Findings, type LevelResult, type ScreeningResult, screen } from '../src/index.ts'
import { standing } from '../src/standing.ts'
import { type Classes, combinations, wordsOf } from './combinations.ts'
import { rowFor, type Words, wordsUnknownTo } from './decision-table.ts'
import { levelOutcome } from './decisions.ts'
import { circumstances, redFlagClasses, statusClasses, urgentFlags } from './level-classes.ts'

type Questions = Record<string, Classes>

const first = (classes: Classes): Classes =>
  Object.fromEntries(Object.entries(classes).map(([word, [way = {}]]) => [word, [way]]))
const usual = (classes: Classes): Classes =>
  Object.fromEntries(Object.entries(first(classes)).slice(0, 1))
const map = (questions: Questions, change: (classes: Classes) => Classes): Questions =>
  Object.fromEntries(Object.entries(questions).map(([name, classes]) => [name, change(classes)]))

const beside: Questions = { 'red flag': redFlagClasses, ...circumstances }
const everyWord: Questions = { ...statusClasses, ...map(beside, first) }

const criterionOf: Record<string, number> = { mri: 0, care: 1, canal: 2, pain: 3 }

function statusesAsNamed({ criteria }: LevelResult, words: Words, compressed: boolean): boolean {
  return Object.entries(criterionOf).every(([name, at]) => {
    const { status, notYet } = criteria[at] ?? { status: 'absent', notYet: false }
    const expected = words[name]
    const raised = compressed && name === 'canal' && expected !== 'not-met'
    return `${status}${notYet ? ' yet' : ''}` === (raised ? 'needs-review' : expected)
  })
}

function screened(words: Words, findings: Findings): { result: ScreeningResult; right: boolean } {
  const result = screen(Findings.parse(findings))
  const [level] = result.levels
  const patient = findings.patient ?? {}
  const compressed = patient.cordOrCaudaCompression === true
  const urgent = Object.entries(patient).some(([fact, is]) => is === true && urgentFlags.has(fact))
  const right =
    level !== undefined &&
    level.outcome === rowFor(levelOutcome, words).answer &&
    result.urgent === urgent &&
    statusesAsNamed(level, words, compressed)
  return { result, right }
}

describe("the truth table of a level's outcome", () => {
  const all = 81_920
  it(`answers all ${all} combinations of statuses and circumstances, using its every row`, () => {
    const wrong: unknown[] = []
    const reached = new Set<string>()
    let combined = 0
    for (const { words, findings } of combinations(everyWord)) {
      const row = rowFor(levelOutcome, words)
      const outcome = standing(findings).levels[0]?.outcome
      if (outcome !== row.answer) wrong.push({ words, row: row.text, outcome })
      reached.add(row.text)
      combined += 1
    }
    const idle = levelOutcome.rows.filter(({ text }) => !reached.has(text))
    expect({ combined, wrong: wrong.slice(0, 3), idle }).toEqual({
      combined: all,
      wrong: [],
      idle: [],
    })
  }, 120_000)

  const eachFact = [
    ['red flag', 3520],
    ['patience', 1280],
    ['cause', 2240],
    ['place', 9280],
    ['age', 2560],
    ['levels', 1280],
    ['height', 2560],
  ] as const
  it.each(eachFact)(
    'through every value of %s, screens all %i statuses with it',
    (name, count) => {
      const questions = { ...statusClasses, ...map(beside, usual), [name]: beside[name] ?? {} }
      const wrong: unknown[] = []
      let combined = 0
      for (const { words, findings } of combinations(questions)) {
        const { result, right } = screened(words, findings)
        if (!right) wrong.push({ words, result })
        combined += 1
      }
      expect({ combined, wrong: wrong.slice(0, 2) }).toEqual({ combined: count, wrong: [] })
    },
    120_000,
  )

  it('asks only what its classes answer', () => {
    expect(wordsUnknownTo(levelOutcome, wordsOf(everyWord))).toEqual([])
  })
})
