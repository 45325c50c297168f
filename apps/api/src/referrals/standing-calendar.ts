import {
  addDays,
  type Day,
  type Outcome,
  screen,
  type TimelineDay,
  timeline,
} from '@kyphoscreen/rules'
import type { KeptFacts } from './evidence-kept.ts'
import { findingsOn, turningDays } from './standing-findings.ts'

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

const isReady = (outcome: Outcome) => outcome === 'meets' || outcome === 'needs-surgeon-review'

const outcomeOn = (kept: KeptFacts, birthDate: Day, on: Day): Outcome | null => {
  const read = findingsOn(kept, birthDate, on)
  return read.accepted ? screen(read.findings).outcome : null
}

/** The days from which statuses hold, from one turning day to the next, until the facts are refused. */
function daysToCome(kept: KeptFacts, birthDate: Day, today: Day, turns: readonly Day[]) {
  const days: TimelineDay[] = []
  const starts = [today, ...turns.filter((day) => day <= addDays(today, daysAhead))]
  for (const [index, start] of starts.entries()) {
    const read = findingsOn(kept, birthDate, start)
    if (!read.accepted) break
    const next = starts[index + 1]
    days.push(...timeline(read.findings).filter(({ on }) => next === undefined || on < next))
  }
  return days
}

const activeLevels = ({ levels }: TimelineDay) =>
  levels.flatMap(({ level, criteria }) =>
    criteria.some(({ id, status }) => id === 'active-fracture-on-mri' && status === 'met')
      ? [level]
      : [],
  )

const losesActiveLevel = (before: TimelineDay, after: TimelineDay) => {
  const still = activeLevels(after)
  return activeLevels(before).some((level) => !still.includes(level))
}

/** Foresees what the calendar alone changes of a referral whose facts can be screened today. */
export function aheadOf(
  kept: KeptFacts,
  birthDate: Day,
  today: Day,
  foreseen: Day | undefined,
): Ahead {
  const farthest = addDays(today, farthestDays)
  const turns = turningDays(kept, birthDate).filter((day) => day > today && day <= farthest)
  const [nextChangeOn] = [...turns, ...(foreseen === undefined ? [] : [foreseen])].sort()
  if (nextChangeOn === undefined) return nothingAhead
  const days = daysToCome(kept, birthDate, today, turns)
  const [now, ...later] = days
  const ready =
    now && isReady(now.outcome) ? undefined : later.find(({ outcome }) => isReady(outcome))
  const closing = later.find((day, index) => losesActiveLevel(days[index] ?? day, day))
  return {
    nextChangeOn,
    nextOutcome: outcomeOn(kept, birthDate, nextChangeOn),
    readyOn: ready?.on ?? null,
    closesOn: closing?.on ?? null,
  }
}

/** Foresees when a contradiction ends by the calendar alone, as one with a day that lies ahead does. */
export function endOfContradiction(kept: KeptFacts, birthDate: Day, today: Day): Ahead {
  for (const day of turningDays(kept, birthDate).filter((turn) => turn > today)) {
    const nextOutcome = outcomeOn(kept, birthDate, day)
    if (nextOutcome !== null) return { ...nothingAhead, nextChangeOn: day, nextOutcome }
  }
  return nothingAhead
}
