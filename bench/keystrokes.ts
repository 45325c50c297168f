import { Findings, screen } from '@kyphoscreen/rules'
import { cohortOf } from './cohort.ts'
import { quantile } from './measure.ts'

/** How long a keystroke took to answer, in microseconds, when this share of the facts was missing. */
export type Keystrokes = { missing: number; p50: number; p95: number; p99: number; calls: number }

const calls = 4000
const warmUp = 1000

/**
 * Times what the form does at every keystroke on three levels: check the findings, then screen them, what
 * settles and the next change included. No findings come twice, so nothing is remembered from before.
 */
export function keystrokesWith(missing: number, seed: number): Keystrokes {
  const typed = cohortOf({ size: warmUp + calls, seed, missing, levels: 3 })
  const micros = typed.map((findings) => {
    const input = structuredClone(findings)
    const started = process.hrtime.bigint()
    screen(Findings.parse(input))
    return Number(process.hrtime.bigint() - started) / 1000
  })
  const measured = micros.slice(warmUp)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(measured, share))
  return { missing, p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, calls }
}

/** Measures findings with few, half and most facts missing, and gives the slowest kind. */
export const slowestKeystrokes = (seed: number): Keystrokes =>
  [0.2, 0.5, 0.8]
    .map((missing) => keystrokesWith(missing, seed))
    .reduce((slowest, one) => (one.p95 > slowest.p95 ? one : slowest))
