import { describe, expect, it } from 'vitest'
import { patterns } from '../packages/rules/test/lattice.ts'
import { contenders } from './contenders.ts'
import { answersOfOracle } from './engines/cql-oracle.ts'
import { everyClause, ordinary } from './engines/policy.ts'
import { wrongOverLattice } from './lattice.ts'

const cohort = patterns.map(({ findings }) => findings)

const counted = [
  ['json-logic-engine', { wrong: 16, wronglyMeets: 0 }, { wrong: 18, wronglyMeets: 0 }],
  ['json-rules-engine', { wrong: 0, wronglyMeets: 0 }, { wrong: 17, wronglyMeets: 1 }],
  ['@gorules/zen-engine', { wrong: 0, wronglyMeets: 0 }, { wrong: 17, wronglyMeets: 1 }],
  ['cql-execution, inputs prepared', { wrong: 0, wronglyMeets: 0 }, { wrong: 17, wronglyMeets: 1 }],
] as const

describe('of the 81 patterns of met, not met and not recorded', () => {
  it('every engine of the bench answers all', () => {
    expect(counted.map(([engine]) => engine)).toEqual(Object.keys(contenders))
    expect(cohort).toHaveLength(81)
  })

  it.each(counted)('%s with every clause gets %o', async (engine, expected) => {
    expect(wrongOverLattice(await contenders[engine](everyClause)(cohort))).toEqual(expected)
  })

  it.each(counted)(
    '%s, with every clause %o, gets %o without those about what is missing',
    async (engine, _, expected) => {
      expect(wrongOverLattice(await contenders[engine](ordinary)(cohort))).toEqual(expected)
    },
  )

  it('cql-execution with the library of the oracle gets none wrong', async () => {
    expect(wrongOverLattice(await answersOfOracle(cohort))).toEqual({ wrong: 0, wronglyMeets: 0 })
  })
})
