import type { Judgement } from './criteria.ts'
import { type Day, daysBetween } from './day.ts'
import type { PatientFacts } from './facts.ts'
import type { Findings } from './findings.ts'
import { further, keep, memoryOf } from './remembered.ts'
import type { ScreeningResult } from './result.ts'
import { heldUntil, type LevelStanding, type ScreeningStanding } from './standing.ts'
import { standingLater } from './standing-later.ts'
import { type StatusChange, writeChanges } from './write-changes.ts'

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

const sooner = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one

/** Tells the first later day on which the calendar alone changes a status; undefined when there is none. */
export function nextDayOf({ levels }: ScreeningStanding): Day | undefined {
  let first: Day | undefined
  for (const { seen, judgements } of levels) {
    for (const judgement of judgements) first = sooner(first, heldUntil(judgement, seen))
  }
  return first
}

/** Lists the statuses that differ between two days, of the patient's criteria once. */
export function changesBetween(
  before: ScreeningStanding,
  after: ScreeningStanding,
): StatusChange[] {
  const changes: StatusChange[] = []
  before.levels.forEach(({ level, judgements }, index) => {
    const later = after.levels[index] as LevelStanding
    judgements.forEach(({ criterion, reason }, place) => {
      const to = (later.judgements[place] as Judgement).reason.status
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
  const on = nextDayOf(now)
  if (on === undefined) return null
  const { patient, assessedOn } = (now.levels[0] as LevelStanding).seen
  const days = daysBetween(assessedOn, on)
  const then = standingLater(now, { on, days, patient: patientAfter(patient, days) })
  const place = placeOfChange(now, then)
  const what =
    place.made ??
    keep(toldBefore, place, writeChanges(changesBetween(now, then), now.outcome, then.outcome))
  return { on, what }
}
