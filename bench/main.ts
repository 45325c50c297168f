import { readFile, writeFile } from 'node:fs/promises'
import { cohortOf } from './cohort.ts'
import { contenders } from './contenders.ts'
import { everyClause, ordinary } from './engines/policy.ts'
import { bytesPerScreening, costByLevels, latencyOf } from './footprint.ts'
import { goalsReached } from './goals.ts'
import { type BenchRun, type EngineWrong, written } from './report.ts'
import { measureSpeed } from './speed.ts'
import { wrongAnswers } from './wrong-answers.ts'

const page = new URL('../docs/performance.md', import.meta.url)
const marks = { start: '<!-- bench: start -->', end: '<!-- bench: end -->' } as const
const usage = 'Usage: npm run bench [-- --write]'

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
  const bytes = bytesPerScreening(cohort)
  return { screenings: size, speed, goals: goalsReached(speed), wrong, levels, latency, bytes }
}

async function writeInto(tables: string): Promise<void> {
  const text = await readFile(page, 'utf8')
  const [before = '', rest = ''] = text.split(marks.start)
  const [, after = ''] = rest.split(marks.end)
  await writeFile(page, `${before}${marks.start}\n${tables}\n${marks.end}${after}`)
}

async function main(args: readonly string[]): Promise<number> {
  const write = args.length === 1 && args[0] === '--write'
  if (args.length > 0 && !write) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const tables = written(await bench())
  process.stdout.write(`${tables}\n`)
  if (write) await writeInto(tables)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
