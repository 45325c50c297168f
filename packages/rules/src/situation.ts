import type { AskedFact } from './answers.ts'
import type { LevelName } from './facts.ts'
import {
  type Circumstances,
  circumstanceCount,
  circumstancesOf,
  partBits,
  partOf,
} from './level-outcomes.ts'
import type { LevelAsked } from './level-told.ts'
import { pair } from './numbered.ts'
import { type Possibilities, possibilitiesOf } from './possibilities.ts'
import { further, type Memory, type Place } from './remembered.ts'
import type { State } from './state.ts'

/** What a level that lacks a fact of its own can still come to by its own criteria. */
export type LevelSituation = {
  name: LevelName
  circumstances: Circumstances
  mri: Possibilities
  retropulsion: Possibilities
  /** True for a level that lacks a fact of its own. */
  isOpen: boolean
}

/**
 * What a screening can still come to: care and pain are the patient's and shared by all levels, the rest
 * is each level's own. Levels that lack no fact of their own count only by what they come to together.
 */
export type Situation = {
  care: Possibilities
  pain: Possibilities
  levels: readonly LevelSituation[]
}

type Part = 'mri' | 'care' | 'retropulsion' | 'pain'

/** Tells which criterion asks for a fact. */
export const askedFor: Readonly<Record<AskedFact, Part>> = {
  mriFinding: 'mri',
  retropulsion: 'retropulsion',
  careStartedOn: 'care',
  careModalities: 'care',
  careResponse: 'care',
  painScore: 'pain',
  qualityOfLifeLimited: 'pain',
  painFromFracture: 'pain',
}

const placeOf = { mri: 0, care: 1, retropulsion: 2, pain: 3 } as const satisfies Record<
  Part,
  number
>

const possibilities = ({ stands, told }: LevelAsked, part: Part): Possibilities => {
  const place = placeOf[part]
  return possibilitiesOf(stands.judgements[place], stands.seen, told[place].gap.facts)
}

/** Gives what the levels that lack no fact of their own come to together, care and pain being as given. */
export function settledPart({ levels }: Situation, care: State, pain: State): number {
  let part = 0
  for (const level of levels) {
    if (!level.isOpen) {
      part |= partOf(level.circumstances, level.mri.now, care, level.retropulsion.now, pain)
    }
  }
  return part
}

function levelSituation(level: LevelAsked, redFlagged: boolean): LevelSituation {
  const { name, stands, told } = level
  return {
    name,
    circumstances: circumstancesOf(stands.level, stands.seen.patient, stands.cautions, redFlagged),
    mri: possibilities(level, 'mri'),
    retropulsion: possibilities(level, 'retropulsion'),
    isOpen: told[0].gap.facts.length > 0 || told[2].gap.facts.length > 0,
  }
}

/** Works out what a screening can still come to. */
export function situationOf(levels: readonly LevelAsked[], redFlagged: boolean): Situation {
  const first = levels[0] as LevelAsked
  return {
    care: possibilities(first, 'care'),
    pain: possibilities(first, 'pain'),
    levels: levels.map((level) => levelSituation(level, redFlagged)),
  }
}

/** Finds the place of a situation in a memory of what follows from it: without the names of its levels, for that is alike for all that can come to the same. */
export function placeOfSituation<Made>(memory: Memory<Made>, situation: Situation): Place<Made> {
  const { care, pain, levels } = situation
  let place = further(memory.first, pair(care.number, pain.number))
  if (levels.some(({ isOpen }) => !isOpen)) place = furtherBySettled(place, situation)
  for (const { isOpen, circumstances, mri, retropulsion } of levels) {
    if (!isOpen) continue
    const own = pair(mri.number, retropulsion.number) * circumstanceCount + circumstances
    place = further(place, -1 - own)
  }
  return place
}

/** Goes on by what the levels that lack no fact of their own can come to. */
function furtherBySettled<Made>(before: Place<Made>, situation: Situation): Place<Made> {
  let place = before
  for (const care of situation.care.reachable) {
    let parts = 0
    for (const pain of situation.pain.reachable) {
      parts = (parts << partBits) | settledPart(situation, care, pain)
    }
    place = further(place, parts)
  }
  return place
}
