import type { AuditFigures } from '@kyphoscreen/api/contract'
import { outcomes as everyOutcome } from '@kyphoscreen/rules'
import { codeWords } from '../decisions/reason-words.ts'
import { kindWords } from '../decisions/write-decision.ts'
import { shortOutcomeWords } from '../result/wording.ts'
import type { Bar } from './bar-chart.tsx'

const sum = (counted: readonly { count: number }[]) =>
  counted.reduce((all, { count }) => all + count, 0)

/** Screenings by outcome, every outcome in its order. */
export const outcomeBars = ({ outcomes }: AuditFigures): Bar[] =>
  everyOutcome.map((outcome) => ({
    name: shortOutcomeWords[outcome],
    count: sum(outcomes.filter((one) => one.outcome === outcome)),
  }))

/** Decisions by the outcome they were made on; those that depart from it are marked. */
export const decisionBars = ({ decisions }: AuditFigures): Bar[] =>
  decisions.map(({ outcome, kind, departs, count }) => ({
    name: `${shortOutcomeWords[outcome]}: ${kindWords[kind].toLowerCase()}${departs ? ', departs' : ''}`,
    count,
    marked: departs,
  }))

/** Says how many decisions follow the outcome. */
export function writeAgreement({ decisions }: AuditFigures): string {
  const all = sum(decisions)
  const departing = sum(decisions.filter(({ departs }) => departs))
  return `Following the outcome: ${all - departing} of ${all}. Departing from it, each with its reason: ${departing}. The outcome never decides.`
}

const wordsOf = (group: keyof typeof codeWords, code: string): string =>
  (codeWords[group] as Record<string, string>)[code] ?? code

/** Reasons for departing, the most frequent first. */
export const reasonBars = ({ reasons }: AuditFigures): Bar[] =>
  reasons.map(({ group, code, count }) => ({
    name: wordsOf(group, code).replace(/ \(say \w+\)$/, ''),
    count,
  }))

/** Days from the receipt of a referral to its decision, in stretches. */
export const daysBars = ({ days }: AuditFigures): Bar[] =>
  days.buckets.map(({ upTo, count }, place) => {
    const before = days.buckets[place - 1]?.upTo ?? null
    const from = before === null ? 'Up to' : `${before + 1} to`
    return { name: upTo === null ? `More than ${before} days` : `${from} ${upTo} days`, count }
  })

/** Says how long half of the decisions took at most. */
export const writeMedian = ({ days: { median } }: AuditFigures): string =>
  median === null
    ? 'Only decisions on a referral’s own screening are counted.'
    : `Half of them came within ${median} days. Only decisions on a referral’s own screening are counted.`
