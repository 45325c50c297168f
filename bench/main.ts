import { readFile, writeFile } from 'node:fs/promises'
import { cohortOf } from './cohort.ts'
import { contenders } from './contenders.ts'
import { everyClause, ordinary } from './engines/policy.ts'
import { bytesPerScreening, costByLevels, latencyOf } from './footprint.ts'
import { goalsReached } from './goals.ts'
import { slowestKeystrokes } from './keystrokes.ts'
import { countOverLattice } from './lattice.ts'
import { type BenchRun, type EngineWrong, written, writtenFiles } from './report.ts'
import { screenFiles } from './screening-files.ts'
import { measureSpeed } from './speed.ts'
import { wrongAnswers } from './wrong-answers.ts'

const page = new URL('../docs/performance.md', import.meta.url)
const usage = 'Usage: npm run bench [-- [--screen] [--write]]'

const size = 500
const rounds = 15
const seed = 20_261_121

const encodings = { 'every clause': everyClause, 'the ordinary way': ordinary } as const

async function countWrong(): Promise<EngineWrong[]> {
  const complete = cohortOf({ size: 1000, seed, missing: 0 })
  const gaps = cohortOf({ size: 1000, seed, missing: 0.15 })
  const counted: EngineWrong[] = []
  for (const [encoding, policy] of Object.entries(encodings)) {
    for (const [engine, prepare] of Object.entries(contenders)) {
      const answer = prepare(policy)
      counted.push({
        engine,
        encoding,
        complete: wrongAnswers(complete, await answer(complete)),
        withGaps: wrongAnswers(gaps, await answer(gaps)),
      })
    }
  }
  return counted
}

async function bench(): Promise<BenchRun> {
  const cohort = cohortOf({ size, seed, missing: 'as referrals do' })
  const wrong = await countWrong()
  const speed = await measureSpeed(cohort, rounds)
  const levels = await costByLevels(
    (count) => cohortOf({ size: 100, seed, missing: 'as referrals do', levels: count }),
    [1, 2, 3, 6, 12, 29],
    rounds,
  )
  const latency = latencyOf(cohort, 20_000)
  const keystrokes = slowestKeystrokes(seed)
  const lattice = await countOverLattice(encodings)
  const bytes = bytesPerScreening(cohort)
  return {
    screenings: size,
    speed,
    goals: goalsReached(speed),
    wrong,
    levels,
    latency,
    keystrokes,
    lattice,
    bytes,
  }
}

async function writeInto(part: 'bench' | 'screen', tables: string): Promise<void> {
  const [start, end] = [`<!-- ${part}: start -->`, `<!-- ${part}: end -->`]
  const text = await readFile(page, 'utf8')
  const [before = '', rest = ''] = text.split(start)
  const [, after = ''] = rest.split(end)
  await writeFile(page, `${before}${start}\n${tables}\n${end}${after}`)
}

const linesOfFile = 1_000_000
const jobs = [0, 2] as const

async function main(args: readonly string[]): Promise<number> {
  if (args.some((one) => one !== '--write' && one !== '--screen')) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const part = args.includes('--screen') ? 'screen' : 'bench'
  const tables =
    part === 'screen'
      ? writtenFiles(await screenFiles(linesOfFile, seed, jobs))
      : written(await bench())
  process.stdout.write(`${tables}\n`)
  if (args.includes('--write')) await writeInto(part, tables)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
