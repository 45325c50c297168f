import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFailure } from '../../apps/api/src/database-failures.ts'
import { generateClient } from '../../apps/api/src/generate-client.ts'
import type { Database } from '../../apps/api/src/postgres/client.ts'
import { startEmbedded } from '../../apps/api/src/postgres/embedded.ts'
import { clients, makeScreenings, makeWriters } from './made-writers.ts'
import type { RecordKind, Writer } from './records.ts'

const rounds = 5
const roundMs = 2_000
const mostDecisions = 150_000
const goals = { ofBare: 1, ofInteractive: 10 } as const

const ways = ['chained', 'bare', 'interactive', 'locked'] as const
type Way = (typeof ways)[number]

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0

/** Lets every client write one after the other for the time of a round; gives writes a second, without those that waited too long. */
async function rateOf(write: (writer: Writer) => Promise<void>, writers: readonly Writer[]) {
  const began = performance.now()
  let written = 0
  const client = async (writer: Writer) => {
    while (performance.now() - began < roundMs) {
      await write(writer).then(
        () => {
          written += 1
        },
        (error: unknown) => {
          if (databaseFailure(error) !== 'server-busy') throw error
        },
      )
    }
  }
  await Promise.all(writers.map(client))
  return written / ((performance.now() - began) / 1000)
}

type Databases = { database: Database; owner: Database }

async function measured(databases: Databases, kind: RecordKind, writers: readonly Writer[]) {
  const { writersOf } = await import('./writers.ts')
  const write = writersOf(databases, kind)
  const rates: Record<Way, number[]> = { chained: [], bare: [], interactive: [], locked: [] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ways) {
      const rate = await rateOf(write[way], writers)
      if (round > 0) rates[way].push(rate)
    }
  }
  return rates
}

/** Says whether the log has every number once, each entry on the one before, and what a commit waits for. */
async function checked(owner: Database): Promise<string[]> {
  const [log] = await owner.$queryRaw<{ entries: bigint; last: bigint; breaks: bigint }[]>`
    SELECT count(*) AS entries, max("sequence") AS last, count(*) FILTER (WHERE "previous" <> before) AS breaks
    FROM (SELECT *, lag("hash") OVER (ORDER BY "sequence") AS before FROM "AuditEntry") AS entry`
  const [durable] = await owner.$queryRaw<{ fsync: string; commit: string }[]>`
    SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`
  return [
    `log          ${log?.entries} entries, the last is number ${log?.last}, ${log?.breaks} breaks`,
    `durable      fsync ${durable?.fsync}, synchronous_commit ${durable?.commit}`,
  ]
}

const line = (name: string, rates: readonly number[]) =>
  `${name.padEnd(12)} ${Math.round(median(rates))} writes a second (${rates.map(Math.round).join(', ')})`

const goal = (name: string, ratio: number, wanted: number) =>
  `${name.padEnd(12)} ${ratio.toFixed(2)}, wanted ${wanted}: ${ratio >= wanted ? 'reached' : 'short'}`

/** The ratio of one round to the same round of another way, so that what slows the machine slows both. */
const ratio = (rates: Record<Way, number[]>, way: Way) =>
  median(rates.chained.map((rate, round) => rate / (rates[way][round] ?? Number.NaN)))

async function told(name: string, databases: Databases, kind: RecordKind, writers: Writer[]) {
  const rates = await measured(databases, kind, writers)
  return [
    `${name}, load ${loadavg()[0]?.toFixed(1)} when it ended`,
    ...ways.map((way) => line(way, rates[way])),
    goal('of bare', ratio(rates, 'bare'), goals.ofBare),
    goal('of interact.', ratio(rates, 'interactive'), goals.ofInteractive),
    goal('of locked', ratio(rates, 'locked'), goals.ofInteractive),
    '',
  ]
}

async function measure(folder: string): Promise<string[]> {
  const { ownerUrl, appUrl, stop } = await startEmbedded(join(folder, 'pg18'))
  try {
    const { migrate } = await import('../../apps/api/src/postgres/migrate.ts')
    const { openDatabase } = await import('../../apps/api/src/postgres/client.ts')
    const { decisionsOn, screenings } = await import('./records.ts')
    await migrate(ownerUrl)
    const databases = { database: openDatabase(appUrl), owner: openDatabase(ownerUrl) }
    const { owner } = databases
    const writers = await makeWriters(owner)
    const ids = await makeScreenings(owner, writers[0] as Writer, mostDecisions)
    const lines = [
      `${clients} clients, ${rounds} rounds of ${roundMs / 1000} s a way in turn; ${cpus().length} cores`,
      ...(await told('Decisions', databases, decisionsOn(ids.values()), writers)),
      ...(await told('Screenings', databases, screenings, writers)),
      ...(await checked(owner)),
    ]
    await Promise.all(Object.values(databases).map((database) => database.$disconnect()))
    return lines
  } finally {
    await stop()
  }
}

await generateClient()
const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-bench-'))
try {
  process.stdout.write(`${(await measure(folder)).join('\n')}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
