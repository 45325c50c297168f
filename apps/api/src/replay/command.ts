import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { theServer } from '../audit/entry.ts'
import { journalOf } from '../audit/journal.ts'
import type { ReplayedScreening } from '../contract.ts'
import { databaseFailure } from '../database-failures.ts'
import { ask, openDatabase } from '../postgres/client.ts'
import { explainConnection } from '../postgres/connection-error.ts'
import { Refused } from '../problems.ts'
import { RefusedToStart } from '../refused-to-start.ts'
import { linesOf, summaryOf } from './lines.ts'
import { progressOf } from './progress.ts'
import { type ReplayRules, theRules } from './replay.ts'
import { beginReplay } from './run.ts'

/** What is asked for, and where to write it: every screening that differs or changes, then the counts. */
export type ReplayRequest = {
  json: boolean
  out: Writable
  signal: AbortSignal
  rules?: ReplayRules
}

const isTold = ({ own, kind }: ReplayedScreening) =>
  own.is !== 'identical' || !['same', 'words'].includes(kind)

/** The patient of a screening stays out: whoever may know finds them by the screening. */
const jsonOf = (replayed: ReplayedScreening) => {
  const { patientId, recordedAt, ...told } = replayed
  return isTold(replayed) ? [JSON.stringify(told)] : []
}

const allIdentical = 0
const someDiffer = 1

async function replayAll(
  database: ReturnType<typeof openDatabase>,
  { json, out, signal, rules = theRules }: ReplayRequest,
): Promise<number> {
  const write = async (lines: readonly string[]) => {
    const isTaken = lines.length === 0 || out.write(lines.map((line) => `${line}\n`).join(''))
    if (!isTaken && !signal.aborted) await once(out, 'drain', { signal }).catch(() => undefined)
  }
  const { tally, run } = await beginReplay({
    database,
    journal: journalOf(database),
    by: theServer,
    rules,
  })
  const progress = progressOf()
  const end = await run({
    signal,
    onTotal: progress.outOf,
    take: (replayed) => {
      progress.count()
      return write(json ? jsonOf(replayed) : linesOf(replayed))
    },
  }).finally(progress.end)
  const counts = tally.counts()
  const inForce = rules.inForce.version
  await write(
    json ? [JSON.stringify({ state: end, inForce, ...counts })] : summaryOf(counts, inForce),
  )
  if (end === 'cancelled')
    throw new RefusedToStart('The replay was stopped before its end: the counts are of a part.')
  return end === 'identical' ? allIdentical : someDiffer
}

/** The words of a database may hold values: they are not told. */
const explain = (error: unknown): unknown => {
  if (error instanceof Refused)
    return new RefusedToStart(
      'The log could not be written, so no more is screened again: check that this is the database of a Kyphoscreen that has been started.',
    )
  if (databaseFailure(error) === undefined) return error
  return new RefusedToStart('The replay broke off: the database did not answer; try again.')
}

/** Screens every recorded screening again and writes what came of it; gives the exit code. */
export async function replayCommand(ownerUrl: string, request: ReplayRequest): Promise<number> {
  const database = openDatabase(ownerUrl, { connections: 2 })
  try {
    await ask(database, 'SELECT 1', []).catch((error: unknown) => {
      throw explainConnection(error)
    })
    return await replayAll(database, request)
  } catch (error) {
    throw explain(error)
  } finally {
    await database.$disconnect()
  }
}
