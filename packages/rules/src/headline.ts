import { cautionNames } from './cautions.ts'
import type { CriterionId } from './criteria.ts'
import type { Status } from './criterion.ts'
import { criterionNames } from './criterion-names.ts'
import { type Day, writeDay } from './day.ts'
import type { FactAsked } from './missing.ts'
import { policy } from './policy.ts'
import { questions } from './questions.ts'
import { areUrgent } from './red-flags.ts'
import { further, keep, mapOf, memoryOf, remembered } from './remembered.ts'
import type { ScreeningResult } from './result.ts'
import { writeList } from './sentence.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

type Told = { stands: ScreeningStanding; waitedFor: readonly FactAsked[] }

const longest = 140

const namesOf = (levels: readonly LevelStanding[]) =>
  levels.length > 4 ? `${levels.length} levels` : writeList(levels.map(({ level }) => level.level))

const withOutcome = ({ levels, outcome }: ScreeningStanding) =>
  levels.filter((level) => level.outcome === outcome)

function meets({ stands }: Told): string {
  const met = withOutcome(stands)
  const which =
    met.length === stands.levels.length
      ? namesOf(met)
      : `${namesOf(met)} of ${stands.levels.length} levels`
  return `${which}: the documented criteria are met; the surgeon decides.`
}

/** Names each criterion that has a status at some level once, in the order in which they are come upon. */
function namesWith(
  levels: readonly LevelStanding[],
  status: Status,
  names: Readonly<Record<CriterionId, string>>,
): string[] {
  const once: string[] = []
  for (const { judgements } of levels) {
    for (const { criterion, reason } of judgements) {
      if (reason.status !== status) continue
      const name = names[criterion.id]
      if (!once.includes(name)) once.push(name)
    }
  }
  return once
}

/** Gives the day from which the criterion that is not met can be met, when all that are not met can be, by the calendar alone. */
function notYetUntil(levels: readonly LevelStanding[]): Day | undefined {
  let day: Day | undefined
  for (const { judgements, seen } of levels) {
    for (const { reason } of judgements) {
      if (reason.status !== 'not-met') continue
      if (reason.notYet !== true) return undefined
      day ??= reason.canBeMetOn?.(seen, policy)
    }
  }
  return day
}

const notMetBefore = memoryOf<string>()

/** Says which criteria are not met, in their order; said alike, it is one and the same. */
function notMet(names: readonly string[]): string {
  let place = notMetBefore.first
  for (const name of names) place = further(place, name)
  return place.made ?? keep(notMetBefore, place, `Not met: ${writeList(names)}.`)
}

function doesNotMeet({ stands: { levels } }: Told): string {
  const day = notYetUntil(levels)
  return day === undefined
    ? notMet(namesWith(levels, 'not-met', criterionNames))
    : `Not met yet: two weeks of failed conservative care; they can be complete on ${writeDay(day)}.`
}

const askedName = ({ asks, level }: FactAsked) =>
  level === undefined ? asks.short : `${asks.short} at ${level}`

function asking(waitedFor: readonly FactAsked[]): string {
  const named = `Not recorded: ${writeList(waitedFor.map(askedName))}.`
  if (named.length <= longest) return named
  return `Not recorded: ${waitedFor.length} facts the outcome waits for; ask first for: ${askedName(waitedFor[0] as FactAsked)}.`
}

const askingBefore = mapOf<readonly FactAsked[], string>()

const insufficient = ({ waitedFor }: Told): string =>
  remembered(askingBefore, waitedFor, () => asking(waitedFor))

const weighed = {
  'active-fracture-on-mri': 'the MRI',
  'failed-conservative-care': 'conservative care',
  'no-significant-retropulsion': 'retropulsion',
  'severe-pain-limiting-life': 'the severity of the pain',
} as const satisfies Record<CriterionId, string>

function ofRedFlags({ redFlags: flags }: ScreeningStanding): string {
  const named = writeList(flags.map((fact) => questions[fact].short))
  return areUrgent(flags) ? `Urgent for the surgeon: ${named}.` : `For the surgeon: ${named}.`
}

function review({ stands }: Told): string {
  if (stands.redFlags.length > 0) return ofRedFlags(stands)
  const levels = withOutcome(stands)
  if (levels.length === 0) {
    return `For the surgeon to weigh: a level that meets beside one with significant retropulsion.`
  }
  const points = namesWith(levels, 'needs-review', weighed)
  for (const { cautions } of levels) {
    for (const caution of cautions) {
      const name = cautionNames[caution]
      if (!points.includes(name)) points.push(name)
    }
  }
  const told = `For the surgeon to weigh at ${namesOf(levels)}: ${writeList(points)}.`
  return told.length <= longest ? told : `For the surgeon to weigh: ${points.length} points.`
}

const headlines = {
  meets,
  'does-not-meet': doesNotMeet,
  'insufficient-information': insufficient,
  'needs-surgeon-review': review,
} as const satisfies Record<ScreeningResult['outcome'], (told: Told) => string>

/** Says the outcome in one sentence of 140 characters or fewer; levels come from the head down. */
export const headlineOf = (told: Told): string => headlines[told.stands.outcome](told)
