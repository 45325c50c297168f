import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Findings, screen } from '@kyphoscreen/rules'
import { standing } from '../packages/rules/src/standing.ts'
import { measureByTurns, quantile } from './measure.ts'

/** How long single calls of `screen()` took, in microseconds. */
export type Latency = { p50: number; p99: number; calls: number }

/** Times single calls, one by one. */
export function latencyOf(cohort: readonly Findings[], calls: number): Latency {
  const micros: number[] = []
  for (let call = -calls; call < calls; call++) {
    const findings = cohort[Math.abs(call) % cohort.length] as Findings
    const started = process.hrtime.bigint()
    screen(findings)
    if (call >= 0) micros.push(Number(process.hrtime.bigint() - started) / 1000)
  }
  return { p50: quantile(micros, 0.5), p99: quantile(micros, 0.99), calls }
}

const keptOfEach = 20

/** How many bytes a result that is kept takes on the heap, and how many when written as JSON. */
export function bytesPerScreening(cohort: readonly Findings[]): { kept: number; json: number } {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const kept: unknown[] = Array(cohort.length * keptOfEach).fill(undefined)
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  for (const index of kept.keys()) kept[index] = screen(cohort[index % cohort.length] as Findings)
  collectGarbage()
  const bytes = process.memoryUsage().heapUsed - before
  const json = kept.reduce<number>((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0)
  return { kept: bytes / kept.length, json: json / kept.length }
}

/** What screenings with this many levels cost, in microseconds. */
export type LevelCost = { levels: number; codesMicros: number; fullMicros: number }

/** Measures screenings by their number of levels. */
export async function costByLevels(
  cohortWith: (levels: number) => readonly Findings[],
  counts: readonly number[],
  rounds: number,
): Promise<LevelCost[]> {
  let read = 0
  const tasks = counts.flatMap((levels) => {
    const cohort = cohortWith(levels)
    const each = (answer: (findings: Findings) => { outcome: string }) => () => {
      for (const findings of cohort) read += answer(findings).outcome.length
      return read
    }
    return [
      { name: `codes ${levels}`, screenings: cohort.length, run: each(standing) },
      { name: `full ${levels}`, screenings: cohort.length, run: each(screen) },
    ]
  })
  const measured = await measureByTurns(tasks, rounds)
  const median = (name: string) => measured.find((one) => one.name === name)?.medianMicros ?? 0
  return counts.map((levels) => ({
    levels,
    codesMicros: median(`codes ${levels}`),
    fullMicros: median(`full ${levels}`),
  }))
}
