import { createReadStream, fstatSync } from 'node:fs'
import { type Batch, batchesOf } from './screen/batches.ts'
import { type Options, readOptions, usage } from './screen/options.ts'
import { startProgress } from './screen/progress.ts'
import { answersByWorkers } from './screen/workers.ts'

const everyLineScreened = 0
const someRefused = 1
const couldNotRun = 2

const causes: Record<string, string> = {
  EISDIR: 'Standard input is a folder; give it a file of findings, one object a line.',
  ENOSPC: 'The disk is full; the answers are not complete.',
}

/** Loads the rules only here: with worker threads this thread has no need of them. */
async function* answersHere(batches: AsyncIterable<Batch>) {
  const { answersTo } = await import('./screen/answer.ts')
  for await (const batch of batches) yield answersTo(batch)
}

const standardInput = 0
const highWaterMark = 512 * 1024

/** Opens standard input: a file by large reads, for each one wakes another thread. */
function input(): AsyncIterable<Uint8Array> {
  const kind = fstatSync(standardInput)
  if (kind.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
  return kind.isFile() ? createReadStream('', { fd: standardInput, highWaterMark }) : process.stdin
}

async function screenInput({ jobs }: Options): Promise<number> {
  const progress = startProgress()
  process.stdout.on('error', () => undefined)
  const batches = batchesOf(input())
  let refused = 0
  for await (const answers of jobs === 0 ? answersHere(batches) : answersByWorkers(batches, jobs)) {
    refused += answers.refused
    progress.count(answers)
    await write(answers.lines)
  }
  progress.end()
  return refused === 0 ? everyLineScreened : someRefused
}

const write = (lines: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    process.stdout.write(lines, (error) => (error ? reject(error) : resolve()))
  })

function tellFailure(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EPIPE') return couldNotRun
  const cause = causes[code] ?? `Standard input or output failed${code && ` (${code})`}.`
  process.stderr.write(`${cause}\n`)
  return couldNotRun
}

async function main(): Promise<number> {
  let options: Options
  try {
    options = readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : usage}\n`)
    return couldNotRun
  }
  if (options.help) {
    process.stdout.write(usage)
    return everyLineScreened
  }
  return await screenInput(options).catch(tellFailure)
}

process.exitCode = await main()
