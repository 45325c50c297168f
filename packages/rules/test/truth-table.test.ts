import { describe, expect, it } from 'vitest'
import { Findings, type ScreeningResult, screen } from '../src/index.ts'
import { type Classes, combinations, countOf, wordsOf } from './combinations.ts'
import { type DecisionTable, rowFor, wordsUnknownTo } from './decision-table.ts'
import {
  activeFractureOnMri,
  failedConservativeCare,
  noSignificantRetropulsion,
  severePainLimitingLife,
} from './decisions.ts'
import { canalClasses, formsOfCare, mriClasses, painClasses, responses } from './fact-classes.ts'
import { timeInCare } from './time-in-care.ts'

const oneOfEach = (classes: Classes): Classes =>
  Object.fromEntries(Object.entries(classes).map(([word, ways]) => [word, ways.slice(0, 1)]))

const products = [
  {
    name: 'an active fracture on MRI',
    id: 'active-fracture-on-mri',
    table: activeFractureOnMri,
    classes: mriClasses,
    count: 14_256,
  },
  {
    name: 'every set of forms of care',
    id: 'failed-conservative-care',
    table: failedConservativeCare,
    classes: { response: responses, forms: formsOfCare, 'time in care': oneOfEach(timeInCare) },
    count: 5_160,
  },
  {
    name: 'every account of the time in care',
    id: 'failed-conservative-care',
    table: failedConservativeCare,
    classes: { response: responses, forms: oneOfEach(formsOfCare), 'time in care': timeInCare },
    count: 9600,
  },
  {
    name: 'no significant retropulsion',
    id: 'no-significant-retropulsion',
    table: noSignificantRetropulsion,
    classes: canalClasses,
    count: 450,
  },
  {
    name: 'severe pain limiting life',
    id: 'severe-pain-limiting-life',
    table: severePainLimitingLife,
    classes: painClasses,
    count: 2070,
  },
] as const

function answerFor(findings: Findings, id: string): string {
  const read = Findings.safeParse(findings)
  if (!read.success) return 'refused'
  const result = screen(read.data)
  const judged = result.levels[0]?.criteria.find((criterion) => criterion.id === id)
  if (judged === undefined) return 'no answer'
  return `${judged.status}${judged.notYet ? ' yet' : ''}${remarkOn(result, id, judged.status)}`
}

function remarkOn(result: ScreeningResult, id: string, status: string): string {
  if (status !== 'met') return ''
  const late = result.advisories.some((advisory) => advisory.id === 'beyond-usual-care')
  if (id === 'failed-conservative-care' && late) return ', check the fracture is still active'
  const gap = result.documentationGaps.some(({ fact }) => fact === 'painScore')
  return id === 'severe-pain-limiting-life' && gap ? ', the number is a gap' : ''
}

function compare(table: DecisionTable, id: string, classes: Readonly<Record<string, Classes>>) {
  const wrong: unknown[] = []
  const reached = new Set<string>()
  let combined = 0
  for (const { words, findings } of combinations(classes)) {
    const row = rowFor(table, words)
    const answer = answerFor(findings, id)
    if (answer !== row.answer) wrong.push({ words, row: row.text, answer, findings })
    reached.add(row.text)
    combined += 1
  }
  const idle = table.rows.filter(({ text }) => !reached.has(text)).map(({ text }) => text)
  return { combined, wrong: wrong.length, first: wrong.slice(0, 3), idle }
}

describe.each(products)('the truth table of $name', ({ id, table, classes, count }) => {
  it(`answers all ${count} combinations as the decision table does, using its every row`, () => {
    expect(compare(table, id, classes)).toEqual({ combined: count, wrong: 0, first: [], idle: [] })
    expect(countOf(classes)).toBe(count)
  }, 120_000)

  it('asks only what its classes answer', () => {
    expect(wordsUnknownTo(table, wordsOf(classes))).toEqual([])
  })
})
