import type { Actor } from '../audit/entry.ts'
import type { Journal } from '../audit/journal.ts'
import type { Replay, ReplayAsked, ReplayList } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { type ReplayJob, replayJob } from './job.ts'
import { listsOf } from './listed.ts'
import { type ReplayRules, theRules } from './replay.ts'
import { beginReplay } from './run.ts'

type Settings = {
  journal: Journal
  clock: () => Date
  tellFailure: (error: unknown) => void
  rules?: ReplayRules
}

const nothingFound = listsOf()

/** The replay that one process makes, one at a time, and what came of the last one; it is forgotten when the process ends. */
export function replayStore(
  database: Database,
  { journal, clock, tellFailure, rules = theRules }: Settings,
) {
  let job: ReplayJob | undefined
  let beginning: Promise<void> | undefined

  const read = (): Replay => ({ run: job?.known() ?? null })
  const isRunning = () => job?.known().state === 'running'

  const begin = async (by: Actor) => {
    const begun = await beginReplay({ database, journal, by, rules })
    job = replayJob(begun, { by, inForce: rules.inForce.version, clock, tellFailure })
  }

  return {
    read,

    /** Begins a run, unless one is under way. */
    async begin(by: Actor): Promise<Replay> {
      if (isRunning()) return read()
      beginning ??= begin(by).finally(() => {
        beginning = undefined
      })
      await beginning
      return read()
    },

    /** Stops the run that is under way, if there is one, and gives what is known when it has ended. */
    async cancel(by: Actor): Promise<Replay> {
      if (isRunning()) await job?.stop(by)
      return read()
    },

    /** Gives a page of what differs or changes; while a run is under way, of what it found so far. */
    list: (asked: ReplayAsked): ReplayList => ({
      runId: job?.known().id ?? null,
      ...(job?.lists ?? nothingFound).page(asked),
    }),
  }
}

export type ReplayStore = ReturnType<typeof replayStore>
