import {
  addDays,
  type Day,
  type Findings,
  type Outcome,
  screenBriefly,
  type TimelineDay,
  timelineInBrief,
} from '@kyphoscreen/rules'
import type { KeptFacts } from './evidence-kept.ts'
import { findingsOn, turningDaysAfter } from './standing-findings.ts'

/** What the calendar alone will change; every day is null when there is none. */
export type Ahead = {
  nextChangeOn: Day | null
  nextOutcome: Outcome | null
  readyOn: Day | null
  closesOn: Day | null
}

/** Nothing ahead. */
export const nothingAhead: Ahead = {
  nextChangeOn: null,
  nextOutcome: null,
  readyOn: null,
  closesOn: null,
}

const daysAhead = 180
const farthestDays = 3653

type DayToCome = Omit<TimelineDay, 'changes' | 'what'>

const isReady = (outcome: Outcome) => outcome === 'meets' || outcome === 'needs-surgeon-review'

const outcomeOn = (kept: KeptFacts, birthDate: Day, on: Day): Outcome | null => {
  const read = findingsOn(kept, birthDate, on)
  return read.accepted ? screenBriefly(read.findings).outcome : null
}

/** The days from which statuses hold, from one turning day to the next, until the facts are refused. */
function daysToCome(kept: KeptFacts, birthDate: Day, findings: Findings, turns: readonly Day[]) {
  const days: DayToCome[] = []
  const soon = turns.filter((day) => day <= addDays(findings.assessedOn, daysAhead))
  for (const [index, start] of [findings.assessedOn, ...soon].entries()) {
    const read = index === 0 ? accepted(findings) : findingsOn(kept, birthDate, start)
    if (!read.accepted) return { days, refusedOn: start }
    const next = soon[index]
    days.push(...timelineInBrief(read.findings).filter(({ on }) => next === undefined || on < next))
  }
  return { days, refusedOn: undefined }
}

const accepted = (findings: Findings) => ({ accepted: true, findings }) as const

const activeLevels = ({ levels }: DayToCome) =>
  levels.flatMap(({ level, criteria }) =>
    criteria.some(({ id, status }) => id === 'active-fracture-on-mri' && status === 'met')
      ? [level]
      : [],
  )

const losesActiveLevel = (before: DayToCome, after: DayToCome) => {
  const still = activeLevels(after)
  return activeLevels(before).some((level) => !still.includes(level))
}

/** Foresees what the calendar alone changes of a referral with these findings today; `foreseen` is the rules' own next change. */
export function aheadOf(
  kept: KeptFacts,
  birthDate: Day,
  findings: Findings,
  foreseen: Day | undefined,
): Ahead {
  const today = findings.assessedOn
  const farthest = addDays(today, farthestDays)
  const turns = turningDaysAfter(today, kept, birthDate).filter((day) => day <= farthest)
  const [nextChangeOn] = [...turns, ...(foreseen === undefined ? [] : [foreseen])].sort()
  if (nextChangeOn === undefined) return nothingAhead
  const { days, refusedOn } = daysToCome(kept, birthDate, findings, turns)
  const [now, ...later] = days
  const ready =
    now && isReady(now.outcome) ? undefined : later.find(({ outcome }) => isReady(outcome))
  const closing = later.find((day, index) => losesActiveLevel(days[index] ?? day, day))
  const next = later.find(({ on }) => on === nextChangeOn)?.outcome
  return {
    nextChangeOn,
    nextOutcome:
      next ?? (refusedOn === nextChangeOn ? null : outcomeOn(kept, birthDate, nextChangeOn)),
    readyOn: ready?.on ?? null,
    closesOn: closing?.on ?? null,
  }
}

/** Foresees when a contradiction ends by the calendar alone, as one with a day that lies ahead does. */
export function endOfContradiction(kept: KeptFacts, birthDate: Day, today: Day): Ahead {
  for (const day of turningDaysAfter(today, kept, birthDate)) {
    const nextOutcome = outcomeOn(kept, birthDate, day)
    if (nextOutcome !== null) return { ...nothingAhead, nextChangeOn: day, nextOutcome }
  }
  return nothingAhead
}
