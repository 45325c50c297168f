import { cautionNames } from './cautions.ts'
import type { CriterionId, Judgement } from './criteria.ts'
import type { Seen, Status } from './criterion.ts'
import { criterionNames } from './criterion-names.ts'
import { writeDay } from './day.ts'
import type { FactAsked } from './missing.ts'
import { policy } from './policy.ts'
import { questions } from './questions.ts'
import { redFlags } from './red-flags.ts'
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

type Found = { judgement: Judgement; seen: Seen }

function withStatus(levels: readonly LevelStanding[], status: Status): Found[] {
  const found: Found[] = []
  for (const { judgements, seen } of levels) {
    for (const judgement of judgements) {
      if (judgement.reason.status === status) found.push({ judgement, seen })
    }
  }
  return found
}

function namesOnce(found: readonly Found[], names: Readonly<Record<CriterionId, string>>) {
  const once: string[] = []
  for (const { judgement } of found) {
    const name = names[judgement.criterion.id]
    if (!once.includes(name)) once.push(name)
  }
  return once
}

function doesNotMeet({ stands }: Told): string {
  const failing = withStatus(stands.levels, 'not-met')
  const [first] = failing
  const day = first?.judgement.reason.canBeMetOn?.(first.seen, policy)
  return day !== undefined && failing.every(({ judgement }) => judgement.reason.notYet === true)
    ? `Not met yet: two weeks of failed conservative care; they can be complete on ${writeDay(day)}.`
    : `Not met: ${writeList(namesOnce(failing, criterionNames))}.`
}

const askedName = ({ asks, level }: FactAsked) =>
  level === undefined ? asks.short : `${asks.short} at ${level}`

function insufficient({ waitedFor }: Told): string {
  const [first] = waitedFor
  const named = `Not recorded: ${writeList(waitedFor.map(askedName))}.`
  if (named.length <= longest || first === undefined) return named
  return `Not recorded: ${waitedFor.length} facts the outcome waits for; ask first for: ${askedName(first)}.`
}

const weighed = {
  'active-fracture-on-mri': 'the MRI',
  'failed-conservative-care': 'conservative care',
  'no-significant-retropulsion': 'retropulsion',
  'severe-pain-limiting-life': 'the severity of the pain',
} as const satisfies Record<CriterionId, string>

function review({ stands }: Told): string {
  const flags = writeList(stands.redFlags.map((fact) => questions[fact].short))
  if (stands.redFlags.some((fact) => redFlags[fact].urgent))
    return `Urgent for the surgeon: ${flags}.`
  if (flags !== '') return `For the surgeon: ${flags}.`
  const levels = withOutcome(stands)
  if (levels.length === 0) {
    return `For the surgeon to weigh: a level that meets beside one with significant retropulsion.`
  }
  const points = namesOnce(withStatus(levels, 'needs-review'), weighed)
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
