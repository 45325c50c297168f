import { cpus, loadavg, totalmem } from 'node:os'
import type { Latency, LevelCost } from './footprint.ts'
import type { Reached } from './goals.ts'
import type { Keystrokes } from './keystrokes.ts'
import type { LatticeWrong } from './lattice.ts'
import { type Measured, quantile } from './measure.ts'
import type { FileScreened } from './screening-files.ts'
import { named } from './speed.ts'
import type { Wrong } from './wrong-answers.ts'

/** Everything one run of the bench found. */
export type BenchRun = {
  screenings: number
  speed: readonly Measured[]
  goals: readonly Reached[]
  wrong: readonly EngineWrong[]
  levels: readonly LevelCost[]
  latency: Latency
  keystrokes: Keystrokes
  lattice: readonly LatticeWrong[]
  bytes: { kept: number; json: number }
}

/** An engine's wrong answers in one encoding, on complete findings and on findings with gaps. */
export type EngineWrong = { engine: string; encoding: string; complete: Wrong; withGaps: Wrong }

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

const digits = (number: number) =>
  number >= 100 ? number.toFixed(0) : number.toPrecision(number >= 1 ? 3 : 2)
const whole = (number: number) => Math.round(number).toLocaleString('en-US')
const times = (number: number) => `${digits(number)}×`

function speedTable(measured: readonly Measured[]): string {
  const median = (name: string) => measured.find((one) => one.name === name)?.medianMicros ?? 1
  return table(
    ['one by one, by turns in one run', 'µs each', 'spread', 'a second', 'codes are', 'full is'],
    measured.map(({ name, medianMicros, rounds }) => [
      name,
      digits(medianMicros),
      `${digits(quantile(rounds, 0.1))}–${digits(quantile(rounds, 0.9))}`,
      whole(1_000_000 / medianMicros),
      times(medianMicros / median(named.codes)),
      times(medianMicros / median(named.full)),
    ]),
  )
}

const goalTable = (goals: readonly Reached[]) =>
  table(
    ['goal', 'at least', 'reached', ''],
    goals.map(({ of, against, atLeast, reached, met }) => [
      `${of} against ${against}`,
      `${atLeast}×`,
      times(reached),
      met ? 'met' : '**short**',
    ]),
  )

const wrongTable = (wrong: readonly EngineWrong[]) =>
  table(
    ['engine', 'encoding', 'complete findings', 'facts missing', 'of these, wrongly `meets`'],
    wrong.map(({ engine, encoding, complete, withGaps }) => [
      engine,
      encoding,
      `${complete.wrong} of ${complete.of}`,
      `${withGaps.wrong} of ${withGaps.of}`,
      `${withGaps.wronglyMeets}`,
    ]),
  )

const latticeTable = (lattice: readonly LatticeWrong[]) =>
  table(
    ['engine', 'encoding', 'wrong of 81', 'of these, wrongly `meets`'],
    lattice.map(({ engine, encoding, wrong, wronglyMeets }) => [
      engine,
      encoding,
      `${wrong}`,
      `${wronglyMeets}`,
    ]),
  )

const levelTable = (levels: readonly LevelCost[]) =>
  table(
    ['levels', 'codes, µs', 'µs a level', 'full result, µs', 'µs a level'],
    levels.map(({ levels: count, codesMicros, fullMicros }) => [
      `${count}`,
      digits(codesMicros),
      digits(codesMicros / count),
      digits(fullMicros),
      digits(fullMicros / count),
    ]),
  )

/** The class of machine a run was made on, and how busy it was. */
export function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${process.platform}, Node ${process.versions.node}; load average ${digits(loadavg()[0] ?? 0)} when it ended`
}

/** Writes a run as the tables of docs/performance.md. */
export const written = (run: BenchRun): string =>
  [
    `Machine: ${machine()}.`,
    `### Speed\n\n${whole(run.screenings)} screenings of one to three levels.`,
    speedTable(run.speed),
    goalTable(run.goals),
    '### Wrong outcomes',
    wrongTable(run.wrong),
    '### The lattice',
    'Four criteria, each met, not met or not recorded: 81 patterns, against three-valued logic.',
    latticeTable(run.lattice),
    '### Cost by number of levels',
    levelTable(run.levels),
    '### Single calls and memory',
    `\`screen()\`, ${whole(run.latency.calls)} single calls: median ${digits(run.latency.p50)} µs, 99th percentile ${digits(run.latency.p99)} µs. A result that is kept takes ${whole(run.bytes.kept)} bytes on the heap, ${whole(run.bytes.json)} bytes as JSON.`,
    keystrokeLine(run.keystrokes),
  ].join('\n\n')

const keystrokeLine = ({ missing, p50, p95, p99, calls }: Keystrokes) =>
  `A keystroke on three levels (the findings checked, then screened with what settles and the next change; ${whole(calls)} findings, none twice; the slowest kind, ${missing * 100} % of the facts missing): median ${digits(p50)} µs, 95th percentile ${digits(p95)} µs, 99th percentile ${digits(p99)} µs; the goal is ${whole(keystrokeGoal)} µs at the 95th: ${p95 <= keystrokeGoal ? 'met' : '**short**'}.`

const keystrokeGoal = 1000

const fileColumns = [
  'jobs',
  'lines',
  'seconds',
  'lines a second',
  'processor time a line, µs',
  'lines a second of processor time',
  'most memory, MiB',
  'goals',
] as const

const fileGoals = { linesPerSecond: 60_000, mebibytes: 200 } as const

/** Writes how the command screened a file as the table of docs/performance.md. */
export const writtenFiles = (screened: readonly FileScreened[]): string =>
  [
    `Machine: ${machine()}.`,
    table(
      fileColumns,
      screened.map(({ jobs, lines, seconds, linesPerSecond, processorMicros, mebibytes }) => [
        jobs === 0 ? 'none (default)' : `${jobs}`,
        whole(lines),
        digits(seconds),
        whole(linesPerSecond),
        digits(processorMicros),
        whole(1_000_000 / processorMicros),
        digits(mebibytes),
        fileGoal(1_000_000 / processorMicros, mebibytes),
      ]),
    ),
    `Goals: ${whole(fileGoals.linesPerSecond)} lines a second of processor time, and ${fileGoals.mebibytes} MiB.`,
  ].join('\n\n')

const fileGoal = (linesPerSecond: number, mebibytes: number) =>
  `speed ${linesPerSecond >= fileGoals.linesPerSecond ? 'met' : '**short**'}, memory ${mebibytes <= fileGoals.mebibytes ? 'met' : '**short**'}`
