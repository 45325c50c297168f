import { writeDay } from './day.ts'
import { questions } from './questions.ts'
import type { LevelResult, MissingFact, ScreeningResult } from './result.ts'

type Told = Pick<ScreeningResult, 'outcome' | 'urgent' | 'redFlags' | 'levels' | 'missing'>

const list = (words: readonly string[]) => [...new Set(words)].join(', ')

const namesOf = (levels: readonly LevelResult[]) =>
  levels.length > 4 ? `${levels.length} levels` : list(levels.map(({ level }) => level))

const withOutcome = ({ levels, outcome }: Told) =>
  levels.filter((level) => level.outcome === outcome)

function meets(told: Told): string {
  const met = withOutcome(told)
  const which =
    met.length === told.levels.length
      ? namesOf(met)
      : `${namesOf(met)} of ${told.levels.length} levels`
  return `${which}: the documented criteria are met; the surgeon decides.`
}

const criterionNames = {
  'active-fracture-on-mri': 'active fracture on MRI',
  'failed-conservative-care': 'failed conservative care',
  'no-significant-retropulsion': 'no significant retropulsion',
  'severe-pain-limiting-life': 'severe pain limiting life',
} as const

function doesNotMeet({ levels }: Told): string {
  const failing = levels.flatMap(({ criteria }) =>
    criteria.filter(({ status }) => status === 'not-met'),
  )
  const laterOnly = failing.every(({ notYet }) => notYet)
  const day = failing.find(({ canBeMetOn }) => canBeMetOn !== null)?.canBeMetOn
  if (laterOnly && day)
    return `Not met yet: failed conservative care; from ${writeDay(day)} at the earliest.`
  return `Not met: ${list(failing.map((criterion) => criterionNames[criterion.id]))}.`
}

const missingName = ({ fact, level }: MissingFact) =>
  level === undefined ? questions[fact].short : `${questions[fact].short} at ${level}`

function insufficient({ missing }: Told): string {
  const decisive = missing.filter((fact) => fact.decisive)
  const named = `Not recorded: ${list(decisive.map(missingName))}.`
  return named.length <= 140
    ? named
    : `Not recorded: ${decisive.length} facts that decide the outcome.`
}

function review(told: Told): string {
  const flags = list(told.redFlags.map(({ fact }) => questions[fact].short))
  if (told.urgent) return `Urgent for the surgeon: ${flags}.`
  if (flags !== '') return `For the surgeon: ${flags}.`
  return `For the surgeon to weigh: ${namesOf(withOutcome(told).length > 0 ? withOutcome(told) : told.levels)}.`
}

const headlines = {
  meets,
  'does-not-meet': doesNotMeet,
  'insufficient-information': insufficient,
  'needs-surgeon-review': review,
} as const satisfies Record<ScreeningResult['outcome'], (told: Told) => string>

/** Says the outcome in one sentence of 140 characters or fewer. */
export const headlineOf = (told: Told): string => headlines[told.outcome](told)
