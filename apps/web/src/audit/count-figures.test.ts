import type { AuditFigures } from '@kyphoscreen/api/contract'
import { expect, it } from 'vitest'
import {
  daysBars,
  decisionBars,
  lackingBars,
  monthsOf,
  nameOfFact,
  reasonBars,
} from './count-figures.ts'

const outcomes: AuditFigures['outcomes'] = [
  { month: '2025-11', outcome: 'meets', count: 2 },
  { month: '2026-02', outcome: 'does-not-meet', count: 1 },
  { month: '2026-02', outcome: 'meets', count: 3 },
]

it('Months follow one another, also those without a screening', () => {
  const months = monthsOf({ outcomes })
  expect(months.map(({ month, all }) => [month, all])).toEqual([
    ['2025-11', 2],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 4],
  ])
  expect(months[3]?.counts).toEqual({
    meets: 3,
    'does-not-meet': 1,
    'insufficient-information': 0,
    'needs-surgeon-review': 0,
  })
})

it('Without a screening there is no month', () => {
  expect(monthsOf({ outcomes: [] })).toEqual([])
})

it('Figures say which decisions depart from the outcome, and how many', () => {
  const decisions: AuditFigures['decisions'] = [
    { outcome: 'meets', kind: 'plan-kyphoplasty', departs: false, count: 4 },
    { outcome: 'meets', kind: 'not-pursued', departs: true, count: 1 },
  ]
  expect(decisionBars({ decisions })).toEqual([
    { name: 'Meets: plan kyphoplasty', count: 4, marked: 0 },
    { name: 'Meets: not pursued, departs', count: 1, marked: 1 },
  ])
})

it('Figures name reasons in words and days in stretches', () => {
  const reasons = [{ group: 'context-insufficient' as const, code: 'facts-left-out', count: 1 }]
  expect(reasonBars({ reasons })).toEqual([
    { name: 'Something that matters is not among the facts', count: 1 },
  ])
  const buckets = [
    { upTo: 7, count: 1 },
    { upTo: 14, count: 2 },
    { upTo: null, count: 0 },
  ]
  const days = { counted: 3, lower: 5, median: 9, upper: 12, buckets }
  const leftOut = { withoutReferral: 0, beforeReceipt: 0 }
  expect(daysBars({ days: { ...days, leftOut } }).map(({ name }) => name)).toEqual([
    'Up to 7 days',
    '8 to 14 days',
    'More than 14 days',
  ])
})

it('Missing facts have the names they have in the form, and their own when they are in it no more', () => {
  const facts = [{ fact: 'mriFinding', lacking: 5, decisive: 2 }]
  expect(lackingBars(facts)).toEqual([{ name: 'MRI finding', count: 5, marked: 2 }])
  expect(nameOfFact('formerFact')).toBe('formerFact')
})
