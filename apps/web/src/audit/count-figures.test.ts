import type { AuditFigures } from '@kyphoscreen/api/contract'
import { expect, it } from 'vitest'
import { writeShare } from './bar-chart.tsx'
import { daysBars, decisionBars, outcomeBars, reasonBars, writeAgreement } from './count-figures.ts'

const figures: AuditFigures = {
  outcomes: [
    { month: '2026-10', outcome: 'meets', count: 2 },
    { month: '2026-11', outcome: 'meets', count: 3 },
  ],
  decisions: [
    { outcome: 'meets', kind: 'plan-kyphoplasty', departs: false, count: 4 },
    { outcome: 'meets', kind: 'not-pursued', departs: true, count: 1 },
  ],
  reasons: [{ group: 'context-insufficient', code: 'facts-left-out', count: 1 }],
  days: {
    median: 9,
    buckets: [
      { upTo: 7, count: 1 },
      { upTo: 14, count: 2 },
      { upTo: null, count: 0 },
    ],
  },
}

it('Figures show every outcome, also those that did not come', () => {
  expect(outcomeBars(figures).map(({ count }) => count)).toEqual([5, 0, 0, 0])
})

it('Figures say which decisions depart from the outcome, and how many', () => {
  expect(decisionBars(figures)).toEqual([
    { name: 'Meets: plan kyphoplasty', count: 4, marked: false },
    { name: 'Meets: not pursued, departs', count: 1, marked: true },
  ])
  expect(writeAgreement(figures)).toMatch(/^Following the outcome: 4 of 5\. Departing.*: 1\./)
})

it('Figures name reasons in words and days in stretches', () => {
  expect(reasonBars(figures)).toEqual([
    { name: 'Something that matters is not among the facts', count: 1 },
  ])
  expect(daysBars(figures).map(({ name }) => name)).toEqual([
    'Up to 7 days',
    '8 to 14 days',
    'More than 14 days',
  ])
})

it('A share of nothing is none', () => {
  expect(writeShare(1, 3)).toBe('33 %')
  expect(writeShare(0, 0)).toBe('none')
})
