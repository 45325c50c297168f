import type { Measured } from './measure.ts'
import { named } from './speed.ts'

type Goal = { of: string; against: string; atLeast: number }

const goals: readonly Goal[] = [
  { of: named.codes, against: named.limit, atLeast: 0.5 },
  { of: named.codes, against: 'json-logic-engine', atLeast: 2 },
  { of: named.codes, against: 'json-rules-engine', atLeast: 300 },
  { of: named.codes, against: '@gorules/zen-engine', atLeast: 300 },
  { of: named.codes, against: named.cql, atLeast: 500 },
  { of: named.full, against: 'json-rules-engine', atLeast: 100 },
  { of: named.full, against: named.cql, atLeast: 100 },
]

/** A goal with how often as fast as the other it was. */
export type Reached = Goal & { reached: number; met: boolean }

/** Compares the medians of one run with the goals. */
export function goalsReached(measured: readonly Measured[]): Reached[] {
  const median = (name: string) =>
    measured.find((one) => one.name === name)?.medianMicros ?? Number.NaN
  return goals.map((goal) => {
    const reached = median(goal.against) / median(goal.of)
    return { ...goal, reached, met: reached >= goal.atLeast }
  })
}
