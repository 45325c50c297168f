import { type Findings, ruleset, screen } from '@kyphoscreen/rules'
import { changeBetween, type ReplayChange, type ReplayKind } from '../contract.ts'
import { sameJson } from './same-json.ts'

/** The rules in force: their version, and what they answer. */
export type RulesInForce = {
  version: string
  hash: string
  screen: (findings: unknown) => unknown
}

/** The rules that this server answers by. */
export const rulesInForce: RulesInForce = {
  version: ruleset.version,
  hash: ruleset.hash,
  screen: (findings) => screen(findings as Findings),
}

const withoutRuleset = (answer: unknown) => ({ ...Object(answer), ruleset: null })

const kindOf = ({ outcome, urgent, levels, criteria, parts }: ReplayChange): ReplayKind => {
  if (outcome || urgent || levels.length > 0) return 'outcome'
  if (criteria.length > 0) return 'standing'
  return parts.length > 0 ? 'remarks' : 'words'
}

type Changed = { kind: ReplayKind; change: ReplayChange | null }

function compared(stored: unknown, answered: unknown): Changed {
  if (sameJson(withoutRuleset(stored), withoutRuleset(answered)))
    return { kind: 'same', change: null }
  const change = changeBetween(stored, answered)
  if (!change) return { kind: 'unreadable', change: null }
  const kind = kindOf(change)
  return { kind, change: kind === 'words' ? null : change }
}

/** Screens recorded findings by the rules in force, and tells what changes against the stored result, whichever version it names. */
export function replayedInForce(
  { findings, result }: { findings: unknown; result: unknown },
  rules: RulesInForce,
): Changed {
  try {
    return compared(result, rules.screen(findings))
  } catch {
    return { kind: 'not-screened', change: null }
  }
}
