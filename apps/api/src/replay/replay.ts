import { setImmediate } from 'node:timers/promises'
import { keptRules } from '@kyphoscreen/rules/releases'
import type { ReplayedScreening } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { type RulesInForce, replayedInForce, rulesInForce } from './in-force.ts'
import { type RulesOf, replayedOwn } from './own-version.ts'
import {
  type Counted,
  type StoredScreening,
  scopeOf,
  storedScreenings,
} from './stored-screenings.ts'

/** By which rules to replay: those of each version as they were released, and those in force. */
export type ReplayRules = { rulesOf: RulesOf; inForce: RulesInForce }

/** The rules that are kept, and those that this server answers by. */
export const theRules: ReplayRules = { rulesOf: keptRules, inForce: rulesInForce }

const screeningsAtOnce = 10

async function replayedOf(row: StoredScreening, rules: ReplayRules): Promise<ReplayedScreening> {
  const { id, patientId, recordedAt, rulesetVersion } = row
  const version = /^\d{1,4}(\.\d{1,4}){2}$/.test(rulesetVersion) ? rulesetVersion : 'unknown'
  const own = await replayedOwn(row, rules.rulesOf)
  const changed = replayedInForce(row, rules.inForce)
  return { id, patientId, recordedAt: recordedAt.toISOString(), version, own, ...changed }
}

type Asked = {
  rules: ReplayRules
  signal: AbortSignal
  /** Told once, how many screenings there are. */
  onTotal: (counted: Counted) => void
}

/** Screens every recorded screening again, a few at a time so that whatever else the process does goes on; stops when it is told to. */
export async function* replay(
  database: Database,
  { rules, signal, onTotal }: Asked,
): AsyncGenerator<ReplayedScreening> {
  const scope = await scopeOf(database)
  onTotal(scope)
  for await (const page of storedScreenings(database, scope)) {
    for (const [place, row] of page.entries()) {
      if (place % screeningsAtOnce === 0) await setImmediate()
      if (signal.aborted) return
      yield await replayedOf(row, rules)
    }
  }
}
