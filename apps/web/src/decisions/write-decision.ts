import type { DecisionKind, StandingDecision } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'

/** What a surgeon can decide, in words. */
export const kindWords = {
  'plan-kyphoplasty': 'Plan kyphoplasty',
  defer: 'Defer until a day',
  'more-information': 'More information first',
  'not-pursued': 'Not pursued',
  'referred-elsewhere': 'Referred elsewhere',
} as const satisfies Record<DecisionKind, string>

const namesDay = ({ kind, until }: Pick<StandingDecision, 'kind' | 'until'>) =>
  kind === 'defer' && until !== null ? `Defer until ${writeDay(until)}` : kindWords[kind]

/** Writes a decision in one line: `Plan kyphoplasty at L1, L3`, `Defer until 05-Dec-2026`. */
export const writeDecision = (
  decision: Pick<StandingDecision, 'kind' | 'levels' | 'until'>,
): string =>
  decision.levels.length > 0
    ? `${kindWords[decision.kind]} at ${decision.levels.join(', ')}`
    : namesDay(decision)
