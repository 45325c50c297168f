import type { Seen } from './criterion.ts'
import { type Day, daysBetween } from './day.ts'
import { careDaysOf } from './days-elapsed.ts'
import type { Fact } from './facts.ts'
import { type Numbers, numbersOf, wholes } from './numbered.ts'
import { isLevelFact } from './questions.ts'
import { further, type Memory, type Place } from './remembered.ts'

/** What can be told of a screening: a recorded fact, or a day or a number of days that goes with them. */
export type Tellable = Fact | 'assessedOn' | 'oldestFractureDays' | 'daysInCare'

type Reading = {
  readonly of: 'assessment' | 'level' | 'patient'
  readonly read: (seen: Seen) => unknown
}

/** One thing that is told: its name, whose it is, how it is read from what is seen, undefined when it is not recorded, and how its values are numbered. */
export type Telling = { readonly name: Tellable } & Reading & Numbers

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

function readingOf(name: Tellable): Reading {
  if (name === 'assessedOn' || name === 'oldestFractureDays') {
    return { of: 'assessment', read: (seen) => seen[name] }
  }
  if (name === 'daysInCare') {
    return { of: 'patient', read: (seen) => careDaysOf(seen.patient, seen.assessedOn) }
  }
  return isLevelFact(name)
    ? { of: 'level', read: readers[name] ?? (({ level }) => level[name]) }
    : { of: 'patient', read: readers[name] ?? (({ patient }) => patient[name]) }
}

/** Says where a thing that is told is seen. */
export const tellingOf = (name: Tellable): Telling => ({
  name,
  ...readingOf(name),
  ...numbersOf(name),
})

/** Reads a day as days before the assessment, which is all that a criterion weighs of it. */
export const asAge = (telling: Telling): Telling => ({
  ...telling,
  ...wholes,
  read: (seen) => {
    const day = telling.read(seen)
    return day === undefined ? undefined : daysBetween(day as Day, seen.assessedOn)
  },
})

/** Gives a value without a number of its own as a key: of a list, its items as one text. */
const asKey = (value: unknown): unknown => (Array.isArray(value) ? value.join(',') : value)

/** By what things that are seen are told apart: as few numbers as hold the numbers of all, the first of them from `base` on. */
export type Pattern = { readonly base: number; readonly packs: readonly (readonly Telling[])[] }

/** The greatest number that the engine keeps as a small one, and hashes fastest. */
const most = 2 ** 30

const sizeOf = (tellings: readonly Telling[]) =>
  tellings.reduce((product, { size }) => product * size, 1)

let nextBase = 0

/** Makes the pattern of some things that are seen; no two patterns pack into one number. */
export function patternOf(tellings: readonly Telling[]): Pattern {
  let pack: Telling[] = []
  const packs = [pack]
  for (const telling of tellings) {
    if (sizeOf(pack) * telling.size > most) {
      pack = []
      packs.push(pack)
    }
    pack.push(telling)
  }
  const base = nextBase
  nextBase += sizeOf(packs[0] ?? [])
  return { base, packs }
}

/** Finds the place in a memory of all that is seen alike by a pattern. */
export function placeOfSeen<Made>(
  memory: Memory<Made>,
  { base, packs }: Pattern,
  seen: Seen,
): Place<Made> {
  let place = memory.first
  let packed = base
  for (const pack of packs) {
    let isWhole = true
    let number = 0
    for (const { read, numberOf, size } of pack) {
      const one = numberOf(read(seen))
      if (one === size - 1) isWhole = false
      number = number * size + one
    }
    place = further(place, packed + number)
    if (!isWhole) place = furtherByOthers(place, pack, seen)
    packed = 0
  }
  return place
}

/** Goes on from a place by the values that have no number of their own. */
function furtherByOthers<Made>(place: Place<Made>, pack: readonly Telling[], seen: Seen) {
  let last = place
  for (const { read, numberOf, size } of pack) {
    const value = read(seen)
    if (numberOf(value) === size - 1) last = further(last, asKey(value))
  }
  return last
}
