import { changesBetween, onLaterDay } from './calendar.ts'
import type { CriterionId } from './criteria.ts'
import type { Status } from './criterion.ts'
import { addDays, type Day } from './day.ts'
import type { LevelName } from './facts.ts'
import { acceptedFindings, type Findings } from './findings.ts'
import type { Outcome } from './outcome.ts'
import { heldUntil, type ScreeningStanding, standing } from './standing.ts'
import { type StatusChange, writeChanges } from './write-changes.ts'

/** A day from which statuses and outcomes hold until the next one; `changes` from the day before, empty on the day of assessment. */
export type TimelineDay = {
  on: Day
  outcome: Outcome
  levels: {
    level: LevelName
    outcome: Outcome
    criteria: { id: CriterionId; status: Status }[]
  }[]
  changes: StatusChange[]
  what: string | null
}

/** Lists the days after the assessment on which the calendar alone changes a status, soonest first. */
function daysOfChange({ levels }: ScreeningStanding): Day[] {
  const days = levels.flatMap(({ seen, judgements }) =>
    judgements.flatMap((judgement) => heldUntil(judgement, seen) ?? []),
  )
  return [...new Set(days)].sort()
}

const daysAhead = 180

const dayOf = (stands: ScreeningStanding, on: Day) => ({
  on,
  outcome: stands.outcome,
  levels: stands.levels.map(({ level: { level }, outcome, judgements }) => ({
    level,
    outcome,
    criteria: judgements.map(({ criterion: { id }, reason }) => ({ id, status: reason.status })),
  })),
})

/** Gives how the statuses stand on the day of assessment and on each later day on which one of them changes. */
function standingsAhead(given: Findings): { on: Day; stands: ScreeningStanding }[] {
  const now = standing(given)
  const last = addDays(given.assessedOn, daysAhead)
  const days = daysOfChange(now).filter((day) => day <= last)
  const later = days.map((on) => ({ on, stands: standing(onLaterDay(given, on)) }))
  return [{ on: given.assessedOn, stands: now }, ...later]
}

/** Shows how statuses and outcomes go on as `timeline` does, without telling what changes. */
export const timelineInBrief = (findings: Findings): Omit<TimelineDay, 'changes' | 'what'>[] =>
  standingsAhead(acceptedFindings(findings)).map(({ on, stands }) => dayOf(stands, on))

/**
 * Shows how statuses and outcomes go on by the calendar alone: the day of assessment first, then each
 * later day on which a status changes, up to 180 days ahead. Findings are checked as `screen` does.
 */
export function timeline(findings: Findings): TimelineDay[] {
  const ahead = standingsAhead(acceptedFindings(findings))
  return ahead.map(({ on, stands }, index) => {
    const since = ahead[index - 1]?.stands
    const changes = since === undefined ? [] : changesBetween(since, stands)
    const what = since === undefined ? null : writeChanges(changes, since.outcome, stands.outcome)
    return { ...dayOf(stands, on), changes, what }
  })
}
