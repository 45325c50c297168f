import { type Findings, screen } from '@kyphoscreen/rules'
import { standing } from '../packages/rules/src/standing.ts'
import { contenders } from './contenders.ts'
import { answersOfOracle } from './engines/cql-oracle.ts'
import { everyClause } from './engines/policy.ts'
import { outcomeByHand } from './hand-written/limit.ts'
import { type Measured, measureByTurns, type Task } from './measure.ts'

/** What the rules and the limit are called in the tables. */
export const named = {
  limit: 'hand-written limit (outcome only)',
  codes: 'statuses with reason codes, and the outcome',
  full: 'full result, every word',
  json: 'full result, written as JSON',
  cql: 'cql-execution, reading findings as they are',
} as const

let read = 0

const each = (cohort: readonly Findings[], lengthOf: (findings: Findings) => number) => () => {
  for (const findings of cohort) read += lengthOf(findings)
  return read
}

/** Measures the rules, the limit and every engine by turns on one cohort. */
export function measureSpeed(cohort: readonly Findings[], rounds: number): Promise<Measured[]> {
  const runs: Record<string, Task['run']> = {
    [named.limit]: each(cohort, (findings) => outcomeByHand(findings).length),
    [named.codes]: each(cohort, (findings) => standing(findings).outcome.length),
    [named.full]: each(cohort, (findings) => screen(findings).headline.length),
    [named.json]: each(cohort, (findings) => JSON.stringify(screen(findings)).length),
  }
  runs[named.cql] = () => answersOfOracle(cohort)
  for (const [name, prepare] of Object.entries(contenders)) {
    const answer = prepare(everyClause)
    runs[name] = () => answer(cohort)
  }
  const tasks = Object.entries(runs).map(([name, run]) => ({
    name,
    run,
    screenings: cohort.length,
  }))
  return measureByTurns(tasks, rounds)
}
