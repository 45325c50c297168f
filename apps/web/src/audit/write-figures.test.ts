import type { Agreement, AuditFigures } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import {
  writeDays,
  writeFollowing,
  writeKappa,
  writeMostLacked,
  writeShare,
} from './write-figures.ts'

const agreement = (pairs: Agreement['pairs'], kappa: Agreement['kappa']): Agreement => ({
  pairs,
  leftOut: 7,
  kappa,
})

describe('Kappa is written', () => {
  const pairs: Agreement['pairs'] = [
    [20, 5],
    [10, 15],
  ]

  it('with its interval and how many decisions it is over', () => {
    const told = { state: 'told', value: 0.4, low: -0.0012, high: 0.6449 } as const
    expect(writeKappa(agreement(pairs, told))).toBe(
      '0.40 (95 % interval 0.00 to 0.64), over 50 decisions.',
    )
  })

  it('with a minus that is one, below nothing', () => {
    const told = { state: 'told', value: -0.25, low: -0.5, high: 0.01 } as const
    expect(writeKappa(agreement(pairs, told))).toContain('−0.25 (95 % interval −0.50 to 0.01)')
  })

  it('as no certainty where all agree', () => {
    const told = { state: 'told', value: 1, low: 1, high: 1 } as const
    expect(writeKappa(agreement(pairs, told))).toContain('which is no certainty')
  })

  it('as too few below 30, and as what cannot be told where one side said the same throughout', () => {
    const few: Agreement['pairs'] = [
      [1, 0],
      [0, 0],
    ]
    expect(writeKappa(agreement(few, { state: 'too-few' }))).toBe(
      'Too few to tell: 1 decision, and kappa is told from 30 on.',
    )
    expect(writeKappa(agreement(pairs, { state: 'one-sided' }))).toMatch(/^Cannot be told: /)
  })
})

const days = (given: Partial<AuditFigures['days']>) => ({
  days: {
    ...{ counted: 0, lower: null, median: null, upper: null, buckets: [] },
    leftOut: { withoutReferral: 0, beforeReceipt: 0 },
    ...given,
  },
})

describe('Figures are written', () => {
  it('with the quartiles of days, how many were counted and how many left out', () => {
    const took = { counted: 12, lower: 4, median: 9, upper: 15 }
    const leftOut = { withoutReferral: 3, beforeReceipt: 1 }
    expect(writeDays(days({ ...took, leftOut }))).toBe(
      '12 referrals: median 9 days, quartiles 4 and 15 days. Left out: 3 screenings of no referral, 1 referral decided before the day of receipt.',
    )
    expect(writeDays(days({}))).toBe('No decision on a screening of a referral.')
  })

  it('with how many decisions follow the outcome', () => {
    const decisions: AuditFigures['decisions'] = [
      { outcome: 'meets', kind: 'plan-kyphoplasty', departs: false, count: 4 },
      { outcome: 'meets', kind: 'not-pursued', departs: true, count: 1 },
    ]
    expect(writeFollowing({ decisions })).toMatch(
      /^Following the outcome: 4 of 5\. Departing.*: 1\./,
    )
  })

  it('with a share of nothing as none', () => {
    expect(writeShare(1, 3)).toBe('33 %')
    expect(writeShare(0, 0)).toBe('none')
  })

  it('with the facts that were lacked most often, and their counts', () => {
    const facts = ['retropulsion', 'mriFinding', 'onsetOn', 'cause'].map((fact, at) => ({
      ...{ fact, lacking: 9 - at, decisive: 0 },
    }))
    expect(writeMostLacked(facts)).toMatch(/^\S.* 9, MRI finding 8, Onset 7$/)
    expect(writeMostLacked([])).toBe('nothing')
  })
})
