import { randomUUID } from 'node:crypto'
import { databaseFailure } from '../database-failures.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { type Claim, claimImport, letGo, showAlive } from './claim.ts'
import { endImport, runImport } from './run.ts'
import { openSession } from './session.ts'

/** What runs imports: which database, by which clock, how often it looks for work and when another runner counts as gone. */
export type RunnerSettings = {
  database: Database
  databaseUrl: string
  clock: () => Date
  lookEveryMs?: number
  aliveEveryMs?: number
  staleMs?: number
  /** Told what made an import fail, to be logged. */
  tellFault?: (error: unknown) => void
}

/** Runs imports in the background, one at a time. */
export type ImportRunner = {
  /** Looks for work now. */
  wake: () => void
  /** Stops after the batch under way; another process goes on. */
  stop: () => Promise<void>
}

const fault =
  'The import stopped by a fault of Kyphoscreen, not of the file; what was stored stays. Import the file again, and report it if it stays so.'

async function tellFailed(url: string, claim: Claim): Promise<void> {
  const session = await openSession(url)
  await endImport(session, claim, 'failed', fault).finally(() => session.end())
}

/** A database that is away and a log that cannot be written may be there again: the import is gone on with then. */
const mayPass = (error: unknown) =>
  databaseFailure(error) === 'server-busy' ||
  (error instanceof Refused && error.kind === 'audit-unwritable')

/** Starts to run imports: those asked for, and those whose runner is gone. */
export function startRunner(settings: RunnerSettings): ImportRunner {
  const { database, databaseUrl, clock } = settings
  const { lookEveryMs = 2_000, aliveEveryMs = 2_000, staleMs = 15_000 } = settings
  let stopping = false
  let working: Promise<void> | undefined

  const runOne = async (claim: Claim) => {
    const alive = setInterval(() => {
      showAlive(database, claim).catch(() => undefined)
    }, aliveEveryMs)
    try {
      const end = await runImport(databaseUrl, claim, () => stopping)
      if (end === 'stopped') await letGo(database, claim)
    } catch (error) {
      if (!mayPass(error)) {
        settings.tellFault?.(error)
        await tellFailed(databaseUrl, claim)
      } else {
        await letGo(database, claim)
        throw error
      }
    } finally {
      clearInterval(alive)
    }
  }

  const work = async () => {
    while (!stopping) {
      const claim = await claimImport(database, { runnerId: randomUUID(), staleMs, at: clock() })
      if (!claim) return
      await runOne(claim)
    }
  }

  const wake = () => {
    if (stopping || working) return
    working = work()
      .catch(() => undefined)
      .finally(() => {
        working = undefined
      })
  }

  const look = setInterval(wake, lookEveryMs)
  look.unref()
  return {
    wake,
    async stop() {
      stopping = true
      clearInterval(look)
      await working
    },
  }
}
