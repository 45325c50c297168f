import type { CriterionId } from './criteria.ts'
import type { Status } from './criterion.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import { acceptedFindings, type Findings, type LevelName, type PatientFacts } from './findings.ts'
import type { Outcome } from './outcome.ts'
import { further, keep, memoryOf } from './remembered.ts'
import type { ScreeningResult } from './result.ts'
import {
  type Held,
  heldUntil,
  type LevelStanding,
  type ScreeningStanding,
  standing,
  standingLater,
} from './standing.ts'
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

/**
 * Moves findings to a later day with nothing new recorded: care goes on, so days of care that are stated
 * without a start grow with the calendar; care that was not tried stays so; an age stays as recorded.
 */
export function onLaterDay(findings: Findings, on: Day): Findings {
  const { patient, assessedOn } = findings
  return patient === undefined
    ? { ...findings, assessedOn: on }
    : { ...findings, assessedOn: on, patient: patientAfter(patient, daysBetween(assessedOn, on)) }
}

function patientAfter(patient: PatientFacts, days: number): PatientFacts {
  const { careDays, careResponse } = patient
  return careDays === undefined || careResponse === 'not-tried'
    ? patient
    : { ...patient, careDays: careDays + days }
}

/** Lists the days after the assessment on which the calendar alone changes a status, soonest first. */
function daysOfChange({ levels }: ScreeningStanding): Day[] {
  const days = levels.flatMap(({ seen, judgements }) =>
    judgements.map((judgement) => heldUntil(judgement, seen)),
  )
  return [...new Set(days.filter((day) => day !== undefined))].sort()
}

const sooner = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one

/** Tells until when each level holds; the judgements of the patient are the same at all and looked at once. */
function heldOf({ levels }: ScreeningStanding): Held[] {
  const held = new Array<Held>(levels.length)
  for (let at = 0; at < levels.length; at++) {
    const { seen, judgements } = levels[at] as LevelStanding
    const [fracture, care, retropulsion, pain] = judgements
    held[at] = {
      fracture: heldUntil(fracture, seen),
      care: at === 0 ? heldUntil(care, seen) : undefined,
      retropulsion: heldUntil(retropulsion, seen),
      pain: at === 0 ? heldUntil(pain, seen) : undefined,
    }
  }
  return held
}

/** Gives the first of these days. */
function firstDayOf(held: readonly Held[]): Day | undefined {
  let first: Day | undefined
  for (const { fracture, care, retropulsion, pain } of held) {
    first = sooner(sooner(sooner(sooner(first, fracture), care), retropulsion), pain)
  }
  return first
}

function changesBetween(before: ScreeningStanding, after: ScreeningStanding): StatusChange[] {
  const changes: StatusChange[] = []
  before.levels.forEach(({ level, judgements }, index) => {
    judgements.forEach(({ criterion, reason }, place) => {
      const to = after.levels[index]?.judgements[place]?.reason.status ?? reason.status
      if (to === reason.status) return
      const change = { criterion: criterion.id, from: reason.status, to }
      if (criterion.scope === 'level') changes.push({ ...change, level: level.level })
      else if (index === 0) changes.push(change)
    })
  })
  return changes
}

type NextChange = NonNullable<ScreeningResult['nextChange']>

const toldBefore = memoryOf<string>()

/** Finds the place of what is told of a change: by the outcomes and by each judgement that becomes another. */
function placeOfChange(before: ScreeningStanding, after: ScreeningStanding) {
  let place = further(further(toldBefore.first, before.outcome), after.outcome)
  for (let index = 0; index < before.levels.length; index++) {
    const one = before.levels[index] as LevelStanding
    const other = after.levels[index] as LevelStanding
    for (let which = 0; which < one.judgements.length; which++) {
      const [from, to] = [one.judgements[which], other.judgements[which]]
      if (from !== to) place = further(further(further(place, from), to), one.level.level)
    }
  }
  return place
}

/** Tells the first later day on which the calendar alone changes a status, and to what; null when there is none. */
export function nextChangeOf(now: ScreeningStanding): NextChange | null {
  const held = heldOf(now)
  const on = firstDayOf(held)
  const seen = now.levels[0]?.seen
  if (on === undefined || seen === undefined) return null
  const { patient, assessedOn } = seen
  const days = daysBetween(assessedOn, on)
  const then = standingLater(now, { on, days, patient: patientAfter(patient, days) }, held)
  const place = placeOfChange(now, then)
  if (place.made !== undefined) return { on, what: place.made }
  const what = writeChanges(changesBetween(now, then), now.outcome, then.outcome)
  return { on, what: keep(toldBefore, place, what) }
}

const daysAhead = 180

const dayOf = (stands: ScreeningStanding, on: Day, since?: ScreeningStanding): TimelineDay => {
  const changes = since === undefined ? [] : changesBetween(since, stands)
  return {
    on,
    outcome: stands.outcome,
    levels: stands.levels.map(({ level: { level }, outcome, judgements }) => ({
      level,
      outcome,
      criteria: judgements.map(({ criterion: { id }, reason }) => ({ id, status: reason.status })),
    })),
    changes,
    what: since === undefined ? null : writeChanges(changes, since.outcome, stands.outcome),
  }
}

/**
 * Shows how statuses and outcomes go on by the calendar alone: the day of assessment first, then each
 * later day on which a status changes, up to 180 days ahead. Findings are checked as `screen` does.
 */
export function timeline(findings: Findings): TimelineDay[] {
  const given = acceptedFindings(findings)
  let since = standing(given)
  const days = [dayOf(since, given.assessedOn)]
  const last = addDays(given.assessedOn, daysAhead)
  for (const on of daysOfChange(since).filter((day) => day <= last)) {
    const stands = standing(onLaterDay(given, on))
    days.push(dayOf(stands, on, since))
    since = stands
  }
  return days
}
