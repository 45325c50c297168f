import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { generateClient } from '../../apps/api/src/generate-client.ts'
import { startEmbedded } from '../../apps/api/src/postgres/embedded.ts'
import { csvOf } from './rows.ts'

/** What the import command runs node with as well. */
const compiled = new URL('../../apps/api/compiled.js', import.meta.url).href

const usage = 'Usage: npm run bench:import -- ROWS\n'
const sampleRows = 5_000
const goals = { ofBareCopy: 0.3, ofCreateMany: 10, megabytes: 250 } as const

type Ours = { code: number; seconds: number; processor: number; megabytes: number }

const ours = async (ownerUrl: string, file: string): Promise<Ours> => {
  const script = join(import.meta.dirname, 'ours.ts')
  const words = ['--import', compiled, script, ownerUrl, file]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

const number = (value: number) => Math.round(value).toLocaleString('en')
const reached = (yes: boolean) => (yes ? 'reached' : 'short')

async function measure(folder: string, rows: number): Promise<string[]> {
  const file = join(folder, 'referrals.csv')
  await pipeline(Readable.from(csvOf(rows)), createWriteStream(file))
  const { size } = await stat(file)
  const { ownerUrl, stop } = await startEmbedded(join(folder, 'pg18'))
  try {
    const { migrate } = await import('../../apps/api/src/postgres/migrate.ts')
    const { openDatabase } = await import('../../apps/api/src/postgres/client.ts')
    const { bareCopy } = await import('./bare-copy.ts')
    const { createManyRate } = await import('./create-many.ts')
    const url = await migrate(ownerUrl)
    const owner = openDatabase(ownerUrl, { connections: 1 })
    const account = { username: 'bench', displayName: 'An invented navigator', passwordHash: '' }
    await owner.account.create({ data: { ...account, role: 'navigator' } })
    await owner.$disconnect()
    const before = await bareCopy(ownerUrl, file)
    const createMany = await createManyRate(url, sampleRows)
    const { code, seconds, processor, megabytes } = await ours(ownerUrl, file)
    if (code !== 0) throw new Error('the import did not take every row')
    const after = await bareCopy(ownerUrl, file)
    const copyRate = rows / ((before + after) / 2)
    const rate = rows / seconds
    return [
      `${number(rows)} rows, ${number(size / 1e6)} MB; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} when it ended`,
      `bare COPY     ${number(copyRate)} rows a second (${before.toFixed(1)} s before, ${after.toFixed(1)} s after)`,
      `createMany    ${number(createMany)} rows a second (${number(sampleRows)} rows, read beforehand)`,
      `import        ${number(rate)} rows a second (${seconds.toFixed(1)} s: kept, checked, screened, stored), ${number(megabytes)} MB`,
      `              ${number((processor / rows) * 1e6)} µs of processor time a row in Node, the rest is the database`,
      `of bare COPY  ${(rate / copyRate).toFixed(3)}, wanted ${goals.ofBareCopy}: ${reached(rate / copyRate >= goals.ofBareCopy)}`,
      `of createMany ${(rate / createMany).toFixed(1)}, wanted ${goals.ofCreateMany}: ${reached(rate / createMany >= goals.ofCreateMany)}`,
      `memory        ${number(megabytes)} MB, wanted ${goals.megabytes}: ${reached(megabytes <= goals.megabytes)}`,
    ]
  } finally {
    await stop()
  }
}

async function main([text = '', ...more]: readonly string[]): Promise<number> {
  if (!/^[1-9]\d{0,7}$/.test(text) || more.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  await generateClient()
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-bench-'))
  try {
    process.stdout.write(`${(await measure(folder, Number(text))).join('\n')}\n`)
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
