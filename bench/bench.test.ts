import { screen } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { standing } from '../packages/rules/src/standing.ts'
import { cohortOf } from './cohort.ts'
import { contenders } from './contenders.ts'
import { answersOfOracle } from './engines/cql-oracle.ts'
import { everyClause, ordinary } from './engines/policy.ts'
import { outcomeByHand } from './hand-written/limit.ts'
import { wrongAnswers } from './wrong-answers.ts'

const complete = cohortOf({ size: 150, seed: 11, missing: 0 })
const gaps = cohortOf({ size: 150, seed: 12, missing: 0.25 })
const engines = Object.entries(contenders)

describe('the bench', () => {
  it('makes the same cohort from the same seed', () => {
    expect(cohortOf({ size: 150, seed: 12, missing: 0.25 })).toEqual(gaps)
  })

  it('has every outcome in its cohort', () => {
    const cohort = cohortOf({ size: 500, seed: 20_261_121, missing: 'as referrals do' })
    expect(new Set(cohort.map((findings) => screen(findings).outcome)).size).toBe(4)
  })

  it('measures a limit that answers as the rules do, facts missing or not', () => {
    const cohort = [0, 0.1, 0.3, 0.6].flatMap((missing) =>
      cohortOf({ size: 1000, seed: 9, missing }),
    )
    expect(wrongAnswers(cohort, cohort.map(outcomeByHand)).wrong).toBe(0)
  })

  it('measures statuses and codes that come to the outcome of the full result', () => {
    const outcomes = gaps.map((findings) => standing(findings).outcome)
    expect(wrongAnswers(gaps, outcomes).wrong).toBe(0)
  })

  it.each(engines)('gives %s a policy that is right on complete findings', async (_, prepare) => {
    for (const policy of [everyClause, ordinary]) {
      expect(wrongAnswers(complete, await prepare(policy)(complete)).wrong).toBe(0)
    }
  })

  it('gives cql-execution a library that is right on all findings', async () => {
    const cohort = [...complete, ...gaps]
    expect(wrongAnswers(cohort, await answersOfOracle(cohort)).wrong).toBe(0)
  })

  it.each(engines)('finds %s wrong without a clause for what is missing', async (_, prepare) => {
    expect(wrongAnswers(gaps, await prepare(ordinary)(gaps)).wronglyMeets).toBeGreaterThan(0)
  })
})
