import { careDaysOf } from './contradictions.ts'
import type { Seen } from './criterion.ts'
import { type Day, daysBetween } from './day.ts'
import { type FewValues, fewValuesOf, numberOf } from './few-values.ts'
import type { Fact } from './findings.ts'
import { isLevelFact } from './questions.ts'
import { further, type Memory, type Place } from './remembered.ts'

/** What can be told of a screening: a recorded fact, or a day or a number of days that goes with them. */
export type Tellable = Fact | 'assessedOn' | 'oldestFractureDays' | 'daysInCare'

/** One thing that is told: its name, whose it is, and how it is read from what is seen; undefined when it is not recorded. */
export type Telling = {
  readonly name: Tellable
  readonly of: 'assessment' | 'level' | 'patient'
  readonly read: (seen: Seen) => unknown
}

/** Reads each fact by its own name, which the engine does much faster than by a name it is given. */
const readers: Partial<Record<Fact, (seen: Seen) => unknown>> = {
  mriFinding: ({ level }) => level.mriFinding,
  mriMarrowEdema: ({ level }) => level.mriMarrowEdema,
  mriPerformedOn: ({ level }) => level.mriPerformedOn,
  onsetOn: ({ level }) => level.onsetOn,
  retropulsion: ({ level }) => level.retropulsion,
  canalCompromisePercent: ({ level }) => level.canalCompromisePercent,
  posteriorWall: ({ level }) => level.posteriorWall,
  painScore: ({ patient }) => patient.painScore,
  painScale: ({ patient }) => patient.painScale,
  painSeverity: ({ patient }) => patient.painSeverity,
  painFromFracture: ({ patient }) => patient.painFromFracture,
  careModalities: ({ patient }) => patient.careModalities,
}

/** Says where a thing that is told is seen. */
export function tellingOf(name: Tellable): Telling {
  if (name === 'assessedOn' || name === 'oldestFractureDays') {
    return { name, of: 'assessment', read: (seen) => seen[name] }
  }
  if (name === 'daysInCare') {
    return { name, of: 'patient', read: (seen) => careDaysOf(seen.patient, seen.assessedOn) }
  }
  return isLevelFact(name)
    ? { name, of: 'level', read: readers[name] ?? (({ level }) => level[name]) }
    : { name, of: 'patient', read: readers[name] ?? (({ patient }) => patient[name]) }
}

/** Reads a day as days before the assessment, which is all that a criterion weighs of it. */
export const asAge = ({ name, of, read }: Telling): Telling => ({
  name,
  of,
  read: (seen) => {
    const day = read(seen)
    return day === undefined ? undefined : daysBetween(day as Day, seen.assessedOn)
  },
})

/** Gives a value by which a memory can tell it from others: of a list, its items as one text. */
function asKey(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.length === 1 ? value[0] : value.join(',')
}

/** By what things that are seen are told apart: what has few values packed into one number from `base` on, the others one by one. */
export type Pattern = {
  readonly base: number
  readonly few: readonly { readonly telling: Telling; readonly values: FewValues }[]
  readonly many: readonly Telling[]
}

let nextBase = 0

/** Makes the pattern of some things that are seen; no two patterns pack into one number. */
export function patternOf(tellings: readonly Telling[]): Pattern {
  const few: { telling: Telling; values: FewValues }[] = []
  const many: Telling[] = []
  for (const telling of tellings) {
    const values = fewValuesOf(telling.name)
    if (values) few.push({ telling, values })
    else many.push(telling)
  }
  const base = nextBase
  nextBase += few.reduce((count, { values }) => count * values.size, 1)
  return { base, few, many }
}

/** Finds the place in a memory of all that is seen alike by a pattern. */
export function placeOfSeen<Made>(
  memory: Memory<Made>,
  { base, few, many }: Pattern,
  seen: Seen,
): Place<Made> {
  let packed = 0
  for (const { telling, values } of few) {
    packed = packed * values.size + numberOf(values, telling.read(seen))
  }
  let place = further(memory.first, base + packed)
  for (const { read } of many) place = further(place, asKey(read(seen)))
  return place
}
