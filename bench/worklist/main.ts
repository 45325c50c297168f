import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../apps/api/src/app.ts'
import { openDatabase } from '../../apps/api/src/postgres/client.ts'
import { startEmbedded } from '../../apps/api/src/postgres/embedded.ts'
import { migrate } from '../../apps/api/src/postgres/migrate.ts'
import { fill, owners, password } from './fill.ts'
import { goalMs, type Taken, written } from './report.ts'
import { type Asked, everyRequest } from './requests.ts'

const usage = 'Usage: npm run bench:worklist -- OPEN_REFERRALS (such as 100000)'
const rounds = 3

type App = Awaited<ReturnType<typeof buildApp>>

const say = (line: string) => process.stdout.write(`${line}\n`)

const signIn = async (app: App) => {
  const payload = { username: owners.name(1), password }
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload })
  const [cookie] = answer.cookies
  return `${cookie?.name}=${cookie?.value}`
}

const timed = async (app: App, cookie: string, { path, body }: Asked) => {
  const started = performance.now()
  const answer = await app.inject({ method: 'POST', url: path, headers: { cookie }, payload: body })
  const milliseconds = performance.now() - started
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
  return milliseconds
}

/** Sends every request in turn: once to warm up, then as often as it is measured. */
async function measure(app: App, requests: readonly Asked[]): Promise<Taken[]> {
  const cookie = await signIn(app)
  const taken = requests.map((asked) => ({ ...asked, milliseconds: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const each of taken) {
      const milliseconds = await timed(app, cookie, each)
      if (round > 0) each.milliseconds.push(milliseconds)
    }
  }
  return taken
}

async function bench(openReferrals: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-bench-'))
  const server = await startEmbedded(join(folder, 'pg18'))
  try {
    const databaseUrl = server.appUrl
    await migrate(server.ownerUrl)
    const started = performance.now()
    await fill(server.ownerUrl, openReferrals)
    say(`Filled in ${Math.round((performance.now() - started) / 1000)} s.`)
    const database = openDatabase(databaseUrl)
    const clock = () => new Date()
    const audit = { folder: join(folder, 'audit') }
    const settings = { publicUrl: undefined, webFolder: folder, log: false, audit } as const
    const app = await buildApp({ database, databaseUrl, clock, ...settings })
    const today = clock().toISOString().slice(0, 10)
    const taken = await measure(app, everyRequest(today, openReferrals * 1.25))
    await app.close()
    await database.$disconnect()
    const report = written(taken, openReferrals)
    say(report.text)
    return report.reached
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
  say(`Goal: ${goalMs(size)} ms at the 95th percentile of each kind of request.`)
  process.exitCode = (await bench(size)) ? 0 : 1
}
