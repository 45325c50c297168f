import { RulesFileAltered, type ScreenOfVersion } from '@kyphoscreen/rules/releases'
import type { ReplayedOwn } from '../contract.ts'
import { differencesAt } from './differences-at.ts'
import { sameJson } from './same-json.ts'
import type { StoredScreening } from './stored-screenings.ts'

/** Gives the rules of a version as they were released; undefined when they are not kept. */
export type RulesOf = (version: string) => Promise<ScreenOfVersion | undefined>

type Told = { outcome?: unknown; ruleset?: { id?: unknown; version?: unknown; hash?: unknown } }

/** The columns beside the result say again what it says; they must not say otherwise. */
function columnsAt(row: StoredScreening, { outcome, ruleset }: Told): string[] {
  const said = {
    outcome: [row.outcome, outcome],
    rulesetId: [row.rulesetId, ruleset?.id],
    rulesetVersion: [row.rulesetVersion, ruleset?.version],
    rulesetHash: [row.rulesetHash, ruleset?.hash],
  }
  return Object.entries(said).flatMap(([column, [stored, answered]]) =>
    stored === answered ? [] : [`column ${column}`],
  )
}

function compared(row: StoredScreening, answered: unknown): ReplayedOwn {
  const columns = columnsAt(row, answered as Told)
  const isSame = sameJson(row.result, answered)
  if (isSame && columns.length === 0) return { is: 'identical' }
  return { is: 'different', at: [...differencesAt(row.result, answered), ...columns] }
}

const notReplayed = (why: Extract<ReplayedOwn, { is: 'not-replayed' }>['why']): ReplayedOwn => ({
  is: 'not-replayed',
  why,
})

/** Each version has its own copy of zod, whose refusals are known by their issues. */
const isRefusal = (error: unknown) => error instanceof Error && 'issues' in error

async function rulesOrWhy(rulesOf: RulesOf, version: string) {
  try {
    return (await rulesOf(version)) ?? notReplayed('rules-not-kept')
  } catch (error) {
    if (error instanceof RulesFileAltered) return notReplayed('rules-altered')
    throw error
  }
}

/** Screens a recorded screening again by the rules of its own version, and compares the answers as canonical JSON. */
export async function replayedOwn(row: StoredScreening, rulesOf: RulesOf): Promise<ReplayedOwn> {
  const rules = await rulesOrWhy(rulesOf, row.rulesetVersion)
  if (typeof rules !== 'function') return rules
  try {
    return compared(row, rules(row.findings))
  } catch (error) {
    return notReplayed(isRefusal(error) ? 'findings-refused' : 'rules-failed')
  }
}
