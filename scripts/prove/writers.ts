import { fork } from 'node:child_process'
import { once } from 'node:events'
import { acting } from '../../apps/api/test/audited-acts.ts'
import { copiedDatabase, type FreshDatabase } from '../../apps/api/test/fresh-database.ts'
import { startTestPostgres } from '../../apps/api/test/postgres.ts'
import { type Raced, racing, together } from '../../apps/api/test/racing-writers.ts'
import type { Proven } from './proven.ts'

type Counted = { entries: number; last: number; forks: number; breaks: number; untold: number }

/** Counts entries, numbers left out, entries on the same entry before, entries not on the one before, and acts without an entry. */
async function counted({ owner }: FreshDatabase): Promise<Counted> {
  const [found] = await owner.$queryRaw<Counted[]>`
    SELECT count(*)::int AS entries, max("sequence")::int AS last,
      (count(*) - count(DISTINCT "previous"))::int AS forks,
      (count(*) FILTER (WHERE "previous" <> before))::int AS breaks,
      (SELECT count(*)::int FROM "Screening" WHERE NOT EXISTS
        (SELECT FROM "AuditEntry" WHERE "onId" = "Screening"."id"::text)) AS untold
    FROM (SELECT *, lag("hash") OVER (ORDER BY "sequence") AS before FROM "AuditEntry") AS entry`
  if (!found) throw new Error('nothing was counted')
  return found
}

const program = new URL('writing-process.ts', import.meta.url)

const inChild = async (words: readonly string[]): Promise<Raced> => {
  const child = fork(program, words)
  const ended = once(child, 'close').then(() => {
    throw new Error('a writing process ended without an answer')
  })
  const [raced] = await Promise.race([once(child, 'message'), ended])
  return raced
}

const perClient = (writes: number) => Math.ceil(writes / racing.processes / racing.writersOfEach)

/** Lets writers of separate processes race to so many entries, and looks for gaps, forks and acts without an entry. */
export async function prove(writes = 100_000): Promise<Proven> {
  const server = await startTestPostgres()
  const fresh = await copiedDatabase(server)
  const who = await acting(fresh)
  const words = [fresh.appUrl, JSON.stringify(who), String(perClient(writes))]
  const raced = await Promise.all(Array.from({ length: racing.processes }, () => inChild(words)))
  const { answered, failed } = together(raced)
  const { entries, last, forks, breaks, untold } = await counted(fresh)
  await fresh.close()
  await server.stop()
  const whole = entries === last && entries >= answered && entries <= answered + failed
  return {
    holds: answered >= writes && whole && forks === 0 && breaks === 0 && untold === 0,
    lines: [
      `${racing.processes * racing.writersOfEach} writers of ${racing.processes} processes: ${answered} writes answered, ${failed} failed; ${entries} entries, the last is number ${last}`,
      `${last - entries} gaps, ${forks} forks, ${breaks} entries that do not follow the one before, ${untold} screenings without an entry`,
    ],
  }
}
