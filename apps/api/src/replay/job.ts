import type { Actor } from '../audit/entry.ts'
import type { ReplayRun } from '../contract.ts'
import { listsOf } from './listed.ts'
import type { beginReplay } from './run.ts'

/** A run that goes on by itself: what is known of it, what it found, and how to stop it. */
export type ReplayJob = {
  known: () => ReplayRun
  lists: ReturnType<typeof listsOf>
  /** Stops it, which is told in the name of whoever does; settles when it has ended. */
  stop: (by: Actor) => Promise<void>
}

type Begun = Awaited<ReturnType<typeof beginReplay>>
type Settings = {
  by: Actor
  inForce: string
  clock: () => Date
  tellFailure: (error: unknown) => void
}

/** Lets a run that was begun go on by itself. */
export function replayJob(
  { id, tally, run }: Begun,
  { by, inForce, clock, tellFailure }: Settings,
): ReplayJob {
  const [lists, stopping] = [listsOf(), new AbortController()]
  const startedAt = clock().toISOString()
  let total: number | null = null
  let ended: Pick<ReplayRun, 'state' | 'endedAt'> = { state: 'running', endedAt: null }
  let stoppedBy = by

  const end = (state: ReplayRun['state']) => {
    ended = { state, endedAt: clock().toISOString() }
  }
  const settled = run({
    signal: stopping.signal,
    stoppedBy: () => stoppedBy,
    onTotal: (screenings) => {
      total = screenings
    },
    take: lists.take,
  }).then(
    (came) => end(came === 'cancelled' ? 'cancelled' : 'finished'),
    (error: unknown) => {
      tellFailure(error)
      end('failed')
    },
  )

  return {
    known: () => ({ id, startedAt, ...ended, inForce, total, counts: tally.counts() }),
    lists,
    stop: (who) => {
      if (!stopping.signal.aborted) stoppedBy = who
      stopping.abort()
      return settled
    },
  }
}
