import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../apps/api/src/app.ts'
import { openDatabase } from '../../apps/api/src/postgres/client.ts'
import { startEmbedded } from '../../apps/api/src/postgres/embedded.ts'
import { migrate } from '../../apps/api/src/postgres/migrate.ts'
import { quantile } from '../measure.ts'
import { measureExports } from './export.ts'
import { admin, fill } from './fill.ts'
import { everySearch } from './requests.ts'

const usage = 'Usage: npm run bench:audit-events -- ENTRIES (such as 1000000)'
const goalMs = 200
const rounds = 3

type App = Awaited<ReturnType<typeof buildApp>>

const say = (line: string) => process.stdout.write(`${line}\n`)

const signIn = async (app: App) => {
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: admin })
  const [cookie] = answer.cookies
  return `${cookie?.name}=${cookie?.value}`
}

const timed = async (app: App, cookie: string, payload: object) => {
  const started = performance.now()
  const url = '/api/audit/search'
  const answer = await app.inject({ method: 'POST', url, headers: { cookie }, payload })
  if (answer.statusCode !== 200) throw new Error(`a search answered ${answer.statusCode}`)
  return performance.now() - started
}

const timedSeconds = async (work: () => Promise<unknown>) => {
  const started = performance.now()
  await work()
  return Math.round((performance.now() - started) / 1000)
}

/** Asks for every page: once to warm up, then as often as it is measured. */
async function measurePages(app: App, cookie: string, entries: number): Promise<boolean> {
  const all: number[] = []
  say(`| page of | median ms | longest ms |\n|---|--:|--:|`)
  for (const { what, body } of everySearch(Date.now(), entries)) {
    await timed(app, cookie, body)
    const taken: number[] = []
    for (let round = 0; round < rounds; round++) taken.push(await timed(app, cookie, body))
    all.push(...taken)
    say(`| ${what} | ${quantile(taken, 0.5).toFixed(1)} | ${Math.max(...taken).toFixed(1)} |`)
  }
  const longest = Math.max(...all)
  const reached = longest <= goalMs
  say(
    `\nLongest: ${longest.toFixed(1)} ms; the goal of ${goalMs} ms is ${reached ? '' : 'not '}reached.`,
  )
  return reached
}

async function measure(databaseUrl: string, folder: string, entries: number): Promise<boolean> {
  const database = openDatabase(databaseUrl)
  const audit = { folder: join(folder, 'audit') }
  const settings = { publicUrl: undefined, webFolder: folder, log: false, audit } as const
  const app = await buildApp({ database, databaseUrl, clock: () => new Date(), ...settings })
  const cookie = await signIn(app)
  const areQuick = await measurePages(app, cookie, entries)
  const signing = await timedSeconds(app.audit.sign)
  const checking = await timedSeconds(async () => {
    const { fault } = await app.audit.check()
    if (fault) throw new Error(`the filled log is at fault: ${fault.what} ${fault.sequence}`)
  })
  say(`Signed for the first time in ${signing} s, checked as a whole in ${checking} s.`)
  await app.close()
  await database.$disconnect()
  const areSmall = await measureExports(say, databaseUrl, audit.folder)
  return areQuick && areSmall
}

async function bench(entries: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-bench-'))
  const server = await startEmbedded(join(folder, 'pg18'))
  try {
    await migrate(server.ownerUrl)
    const filling = await timedSeconds(() => fill(server.ownerUrl, entries))
    say(`Filled in ${filling} s.`)
    return await measure(server.appUrl, folder, entries)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const size = Number(process.argv[2])
if (!Number.isInteger(size) || size < 1_000 || size > 10_000_000) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  process.exitCode = (await bench(size)) ? 0 : 1
}
