import type { WorklistRow } from '@kyphoscreen/api/contract'
import { type Day, type Fact, writeDay } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'
import { writeFromToday } from '../handling/due.ts'
import { shortOutcomeWords } from '../result/wording.ts'

const labelOf = (fact: string) =>
  fact === 'level' ? 'Fractured level' : fact in fields ? fields[fact as Fact].label : fact

const shown = 2

/** Writes the missing facts that decide, the first few by name, `Retropulsion at L1`. */
export function writeDecisive(decisive: WorklistRow['decisive']): string[] {
  const names = decisive.map(({ fact, level }) =>
    level === null ? labelOf(fact) : `${labelOf(fact)} at ${level}`,
  )
  const more = names.length - shown
  return more > 1 ? [...names.slice(0, shown), `and ${more} more`] : names
}

type Next = Pick<WorklistRow, 'nextChangeOn' | 'nextOutcome' | 'outcome'>

/** Writes what the calendar changes next, `28-Nov-2026: then Meets`; null when it changes nothing. */
export function writeNextChange({ nextChangeOn, nextOutcome, outcome }: Next, today: Day) {
  if (nextChangeOn === null) return null
  const day = writeDay(nextChangeOn)
  if (nextChangeOn <= today) return `${day}: has come, not screened since`
  if (nextOutcome === null) return day
  return nextOutcome === outcome
    ? `${day}: reasons change, outcome stays`
    : `${day}: then ${shortOutcomeWords[nextOutcome]}`
}

/** Writes when the window closes, `16-Dec-2026, in 25 days`; null when no day is known. */
export const writeClosing = (closesOn: Day | null, today: Day): string | null =>
  closesOn === null ? null : `${writeDay(closesOn)}, ${writeFromToday(closesOn, today)}`
