import type { Choice, DecisionKind, Departure, ShownResult } from '@kyphoscreen/api/contract'
import { departureOf } from '@kyphoscreen/api/contract'
import type { LevelName } from '@kyphoscreen/rules'
import { outcomeWords, shortOutcomeWords } from '../result/wording.ts'

const acts = {
  'plan-kyphoplasty': 'kyphoplasty is planned',
  defer: 'it is deferred',
  'more-information': 'more information is asked for',
  'not-pursued': 'it is not pursued',
  'referred-elsewhere': 'the patient is referred elsewhere',
} as const satisfies Record<DecisionKind, string>

const ownOutcome = (level: LevelName, { levels }: ShownResult) => {
  const own = levels.find((one) => one.level === level)?.outcome
  return own === undefined
    ? `${level} was not screened`
    : `${level} by itself: ${shortOutcomeWords[own]}`
}

const write = ({ outcome, kind, at }: Departure, result: ShownResult) => {
  const levels = at.map((level) => ownOutcome(level, result))
  return [
    `The outcome is “${outcomeWords[outcome]}”, and ${acts[kind]}`,
    levels.length > 0 ? ` (${levels.join('; ')})` : '',
    '. Say why this departs from it.',
  ].join('')
}

/** Says in one sentence why a reason is asked for; undefined when a choice does not depart from the outcome. */
export function whyDeparts(result: ShownResult, choice: Choice): string | undefined {
  const departure = departureOf(result, choice)
  return departure === null ? undefined : write(departure, result)
}
