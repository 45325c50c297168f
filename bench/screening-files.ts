import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cohortOf } from './cohort.ts'

/** How a file of findings was screened by the command; 0 jobs: in no worker thread. */
export type FileScreened = {
  jobs: number
  lines: number
  seconds: number
  linesPerSecond: number
  /** Processor time a line, of all threads together. */
  processorMicros: number
  mebibytes: number
}

const root = new URL('..', import.meta.url)
const tellUse = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.error(JSON.stringify([maxRSS, userCPUTime + systemCPUTime]))
})`
const linesAtOnce = 10_000

async function writeFindings(name: string, lines: number, seed: number): Promise<void> {
  const file = await open(name, 'w')
  for (let done = 0; done < lines; done += linesAtOnce) {
    const cohort = cohortOf({ size: linesAtOnce, seed: seed + done, missing: 'as referrals do' })
    await file.write(cohort.map((findings) => `${JSON.stringify(findings)}\n`).join(''))
  }
  await file.close()
}

/** Gives the arguments that `npm run screen` runs node with. */
async function screenCommand(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  return String(scripts.screen).split(' ').slice(1)
}

async function screenFile(name: string, lines: number, jobs: number): Promise<FileScreened> {
  const file = await open(name)
  const command = await screenCommand()
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(tellUse)}`,
      ...command,
      ...(jobs === 0 ? [] : ['--jobs', String(jobs)]),
    ],
    { cwd: root, stdio: [file.fd, 'ignore', 'pipe'] },
  )
  const told: string[] = []
  child.stderr?.on('data', (text) => told.push(String(text)))
  const [status] = await once(child, 'close')
  const seconds = (performance.now() - started) / 1000
  await file.close()
  if (status !== 0) throw new Error(`screening the file ended with ${status}: ${told.join('')}`)
  const [kibibytes, micros] = JSON.parse(told.join('')) as [number, number]
  return {
    jobs,
    lines,
    seconds,
    linesPerSecond: lines / seconds,
    processorMicros: micros / lines,
    mebibytes: kibibytes / 1024,
  }
}

/** Writes a file of invented findings, has the command screen it, once for each number of jobs, and removes it. */
export async function screenFiles(
  lines: number,
  seed: number,
  jobs: readonly number[],
): Promise<FileScreened[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-'))
  const name = join(folder, 'findings.ndjson')
  try {
    await writeFindings(name, lines, seed)
    const screened: FileScreened[] = []
    for (const count of jobs) screened.push(await screenFile(name, lines, count))
    return screened
  } finally {
    await rm(folder, { recursive: true })
  }
}
