import type { AuditFigures, Lacking } from '@kyphoscreen/api/contract'
import { outcomes as everyOutcome, type Fact, type Outcome } from '@kyphoscreen/rules'
import { codeWords } from '../decisions/reason-words.ts'
import { kindWords } from '../decisions/write-decision.ts'
import { fields } from '../facts/fields.ts'
import { shortOutcomeWords } from '../result/wording.ts'
import type { Bar } from './bar-chart.tsx'

/** Adds up what was counted. */
export const sumOf = (counted: readonly { count: number }[]): number =>
  counted.reduce((all, { count }) => all + count, 0)

/** The screenings of one month, by outcome. */
export type Month = { month: string; counts: Record<Outcome, number>; all: number }

const mostMonths = 240

/** The months from one to another, both included. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  const next = new Date(`${first}-01T00:00:00Z`)
  while (months.length < mostMonths && (months.at(-1) ?? '') < last) {
    months.push(next.toISOString().slice(0, 7))
    next.setUTCMonth(next.getUTCMonth() + 1)
  }
  return months
}

/** Screenings by month, oldest first, with the months between in which there was none. */
export function monthsOf({ outcomes }: Pick<AuditFigures, 'outcomes'>): Month[] {
  const [first, last] = [outcomes[0], outcomes.at(-1)]
  if (!first || !last) return []
  return monthsBetween(first.month, last.month).map((month) => {
    const here = outcomes.filter((one) => one.month === month)
    const countOf = (outcome: Outcome) => sumOf(here.filter((one) => one.outcome === outcome))
    const counts = Object.fromEntries(
      everyOutcome.map((outcome) => [outcome, countOf(outcome)]),
    ) as Record<Outcome, number>
    return { month, counts, all: sumOf(here) }
  })
}

/** Decisions by the outcome they were made on; those that depart from it are marked. */
export const decisionBars = ({ decisions }: Pick<AuditFigures, 'decisions'>): Bar[] =>
  decisions.map(({ outcome, kind, departs, count }) => ({
    name: `${shortOutcomeWords[outcome]}: ${kindWords[kind].toLowerCase()}${departs ? ', departs' : ''}`,
    count,
    marked: departs ? count : 0,
  }))

const wordsOf = (group: keyof typeof codeWords, code: string): string =>
  (codeWords[group] as Record<string, string>)[code] ?? code

/** Reasons for departing, the most frequent first. */
export const reasonBars = ({ reasons }: Pick<AuditFigures, 'reasons'>): Bar[] =>
  reasons.map(({ group, code, count }) => ({
    name: wordsOf(group, code).replace(/ \(say \w+\)$/, ''),
    count,
  }))

/** Days from the receipt of a referral to its first decision, in stretches. */
export const daysBars = ({ days }: Pick<AuditFigures, 'days'>): Bar[] =>
  days.buckets.map(({ upTo, count }, place) => {
    const before = days.buckets[place - 1]?.upTo ?? null
    const from = before === null ? 'Up to' : `${before + 1} to`
    return { name: upTo === null ? `More than ${before} days` : `${from} ${upTo} days`, count }
  })

/** Names a fact as the form does; one that the form no longer asks for by its own name. */
export const nameOfFact = (fact: string): string =>
  fact in fields ? fields[fact as Fact].label : fact

/** Facts by how many lacked them; those for whom a fact was decisive are marked. */
export const lackingBars = (facts: readonly Lacking[]): Bar[] =>
  facts.map(({ fact, lacking, decisive }) => ({
    name: nameOfFact(fact),
    count: lacking,
    marked: decisive,
  }))
