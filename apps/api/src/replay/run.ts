import { randomUUID } from 'node:crypto'
import type { Actor } from '../audit/entry.ts'
import type { Journal } from '../audit/journal.ts'
import type { ReplayedScreening } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { type ReplayRules, replay } from './replay.ts'
import type { Counted } from './stored-screenings.ts'
import { ReplayTally } from './tally.ts'

/** How a run ended; `identical` when every screening is what its own rules answer. */
export type ReplayEnd = 'identical' | 'differs' | 'cancelled'

type Settings = { database: Database; journal: Journal; by: Actor; rules: ReplayRules }

/** What a run is told by, and what it tells. */
export type Running = {
  signal: AbortSignal
  /** Who stopped it, once it is stopped. */
  stoppedBy?: () => Actor
  onTotal: (total: number) => void
  take: (replayed: ReplayedScreening) => void | Promise<void>
}

const endOf = (tally: ReplayTally, { aborted }: AbortSignal): ReplayEnd => {
  if (aborted) return 'cancelled'
  return tally.allIdentical ? 'identical' : 'differs'
}

/** Begins a run, which the log is told before anything is read, and again when it ends. */
export async function beginReplay({ database, journal, by, rules }: Settings) {
  const id = randomUUID()
  const tally = new ReplayTally()
  const { version, hash } = rules.inForce
  const of = {
    action: 'replay-run',
    on: { kind: 'replay', id },
    ruleset: { version, hash },
  } as const
  await journal.note(by, { ...of, reason: 'begun' })

  const run = async ({ signal, stoppedBy, onTotal, take }: Running): Promise<ReplayEnd> => {
    try {
      const count = ({ total, erased }: Counted) => {
        tally.leaveOut(erased)
        onTotal(total)
      }
      for await (const replayed of replay(database, { rules, signal, onTotal: count })) {
        tally.add(replayed)
        await take(replayed)
      }
    } catch (error) {
      const told = { ...of, reason: 'broken-off', outcome: 'failed' } as const
      await journal.note(by, told).catch(() => undefined)
      throw error
    }
    const reason = endOf(tally, signal)
    const { done, erased, own, kinds } = tally.counts()
    const who = reason === 'cancelled' ? (stoppedBy?.() ?? by) : by
    await journal.note(who, { ...of, reason, details: { done, erased, own, kinds } })
    return reason
  }

  return { id, tally, run }
}
