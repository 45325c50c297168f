import { type LevelName, type Outcome, outcomes, screen } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { DecisionKind, departureOf, departures, type ShownResult } from '../src/contract.ts'
import { meetingFindings } from './running-app.ts'

type Rows = Record<Outcome, Record<DecisionKind, [departs: boolean, reason: string]>>

const rows: Rows = {
  meets: {
    'plan-kyphoplasty': [false, 'the criteria are met at the level'],
    defer: [true, 'nothing the criteria ask for is waited for'],
    'more-information': [true, 'nothing the criteria ask for is missing'],
    'not-pursued': [true, 'the criteria are met and nothing follows'],
    'referred-elsewhere': [true, 'the criteria are met and it is not planned here'],
  },
  'does-not-meet': {
    'plan-kyphoplasty': [true, 'a criterion is not met'],
    defer: [false, 'what is not met may come to be met'],
    'more-information': [false, 'nothing is planned against the criteria'],
    'not-pursued': [false, 'it follows the outcome'],
    'referred-elsewhere': [false, 'nothing is planned against the criteria'],
  },
  'insufficient-information': {
    'plan-kyphoplasty': [true, 'a criterion is unknown'],
    defer: [false, 'it stays open'],
    'more-information': [false, 'it follows the outcome'],
    'not-pursued': [true, 'an unknown criterion is taken as one that is not met'],
    'referred-elsewhere': [false, 'it stays open'],
  },
  'needs-surgeon-review': {
    'plan-kyphoplasty': [false, 'it is the review'],
    defer: [false, 'it is the review'],
    'more-information': [false, 'it is the review'],
    'not-pursued': [false, 'it is the review'],
    'referred-elsewhere': [false, 'it is the review'],
  },
}

const table = outcomes.flatMap((outcome) =>
  DecisionKind.options.map((kind) => ({
    outcome,
    kind,
    departs: rows[outcome][kind][0],
    reason: rows[outcome][kind][1],
  })),
)

const shown = (outcome: Outcome, own: Partial<Record<LevelName, Outcome>>): ShownResult => ({
  outcome,
  levels: Object.entries(own).map(([level, of]) => ({ level: level as LevelName, outcome: of })),
})

const planAt = (...levels: LevelName[]) => ({ kind: 'plan-kyphoplasty', levels }) as const

describe('a decision on a screening of one level', () => {
  it.each(table)('$kind on $outcome: departs $departs, for $reason', (row) => {
    const { outcome, kind, departs } = row
    const levels: LevelName[] = kind === 'plan-kyphoplasty' ? ['L1'] : []
    const found = departureOf(shown(outcome, { L1: outcome }), { kind, levels })
    expect(found !== null).toBe(departs)
  })

  it('is in the table with every outcome and every kind', () => {
    expect(table).toHaveLength(20)
    for (const outcome of outcomes) {
      expect(Object.keys(departures[outcome])).toEqual(DecisionKind.options)
    }
  })
})

const plans: [string, ShownResult, LevelName[], LevelName[] | null][] = [
  ['at the level that meets', shown('meets', { L1: 'meets', L3: 'does-not-meet' }), ['L1'], null],
  [
    'also at a level that does not meet',
    shown('meets', { L1: 'meets', L3: 'does-not-meet' }),
    ['L1', 'L3'],
    ['L3'],
  ],
  [
    'at a level that lacks information',
    shown('meets', { L1: 'meets', L3: 'insufficient-information' }),
    ['L3'],
    ['L3'],
  ],
  [
    'at a level for review, where the outcome is that another meets',
    shown('meets', { L1: 'meets', L3: 'needs-surgeon-review' }),
    ['L3'],
    ['L3'],
  ],
  [
    'at the level under review and at one that meets',
    shown('needs-surgeon-review', { L1: 'meets', L3: 'needs-surgeon-review' }),
    ['L1', 'L3'],
    null,
  ],
  [
    'at a level that does not meet beside one under review',
    shown('needs-surgeon-review', { L1: 'needs-surgeon-review', L3: 'does-not-meet' }),
    ['L3'],
    ['L3'],
  ],
  [
    'at a level that lacks information beside one under review',
    shown('needs-surgeon-review', { L1: 'needs-surgeon-review', L3: 'insufficient-information' }),
    ['L1', 'L3'],
    ['L3'],
  ],
  ['at a level that was not screened', shown('meets', { L1: 'meets' }), ['T12'], ['T12']],
]

describe('a planned kyphoplasty', () => {
  it.each(plans)('%s', (_, result, levels, at) => {
    expect(departureOf(result, planAt(...levels))?.at ?? null).toEqual(at)
  })

  it('departs at a level with significant bone in the canal, though another level is for review', () => {
    const result = screen({
      ...meetingFindings,
      patient: { ...meetingFindings.patient, careModalities: ['pain-medication'] },
      levels: [
        meetingFindings.levels[0],
        { ...meetingFindings.levels[0], level: 'L3', retropulsion: 'significant' },
      ],
    })
    expect(result.outcome).toBe('needs-surgeon-review')
    expect(departureOf(result, planAt('L1'))).toBeNull()
    expect(departureOf(result, planAt('L1', 'L3'))?.at).toEqual(['L3'])
  })
})
