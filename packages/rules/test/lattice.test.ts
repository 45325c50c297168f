import { describe, expect, it } from 'vitest'
import { Findings, screen } from '../src/index.ts'
import { patterns, type Truth } from './lattice.ts'

const truthOf: Record<string, Truth> = { met: 'met', 'not-met': 'not met', unknown: 'not recorded' }

const screened = patterns.map((pattern) => ({
  pattern,
  result: screen(Findings.parse(pattern.findings)),
}))

describe('the lattice of met, not met and not recorded', () => {
  it('has 81 patterns: 1 meets, 65 do not meet, 15 lack information', () => {
    const count = (outcome: string) => patterns.filter((p) => p.expected === outcome).length
    expect([patterns.length, new Set(patterns.map((p) => p.criteria.join())).size]).toEqual([
      81, 81,
    ])
    expect(['meets', 'does-not-meet', 'insufficient-information'].map(count)).toEqual([1, 65, 15])
  })

  it('realises each pattern by findings with just these four statuses', () => {
    const statuses = screened.map(({ result }) =>
      result.levels.flatMap(({ criteria }) => criteria.map(({ status }) => truthOf[status])),
    )
    expect(statuses).toEqual(patterns.map((pattern) => pattern.criteria))
  })

  it('gives the outcome of all 81 patterns without one wrong', () => {
    const wrong = screened.filter(({ pattern, result }) => result.outcome !== pattern.expected)
    expect(wrong).toEqual([])
  })
})
