import type { AskedFact } from './answers.ts'
import type { LevelName } from './findings.ts'
import { type Circumstances, circumstancesOf, partCount, partOf } from './level-outcomes.ts'
import { type Possibilities, possibilitiesOf, type State, stateCount } from './possibilities.ts'
import { further, type Memory, type Place } from './remembered.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

/** What a level that lacks a fact of its own can still come to by its own criteria. */
export type LevelSituation = {
  name: LevelName
  circumstances: Circumstances
  mri: Possibilities
  retropulsion: Possibilities
}

/**
 * What a screening can still come to: care and pain are the patient's and shared by all levels, the rest
 * is each level's own. Levels that lack no fact of their own count only by what they come to together.
 */
export type Situation = {
  care: Possibilities
  pain: Possibilities
  /** The parts of all levels that lack no fact of their own, by the states of care and pain that can be reached. */
  settled: number[]
  /** The levels that lack a fact of their own. */
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

const possibilities = ({ judgements, seen }: LevelStanding, part: Part): Possibilities =>
  possibilitiesOf(judgements[placeOf[part]], seen)

const placeIn = (care: State, pain: State) => care * stateCount + pain

/** Gives what the levels that lack no fact of their own come to together, care and pain being as given. */
export const settledPart = ({ settled }: Situation, care: State, pain: State): number =>
  settled[placeIn(care, pain)] ?? 0

const lacksNothing = ({ mri, retropulsion }: LevelSituation) =>
  mri.moves.size === 0 && retropulsion.moves.size === 0

function addSettled(situation: Situation, level: LevelSituation): void {
  const { care, pain, settled } = situation
  const { circumstances, mri, retropulsion } = level
  for (const careState of care.reachable) {
    for (const painState of pain.reachable) {
      const part = partOf(circumstances, mri.now, careState, retropulsion.now, painState)
      settled[placeIn(careState, painState)] = part | settledPart(situation, careState, painState)
    }
  }
}

const circumstancesAt = ({ level, seen, cautions }: LevelStanding, redFlagged: boolean) =>
  circumstancesOf(level, seen.patient, cautions, redFlagged)

function levelSituation(standing: LevelStanding, redFlagged: boolean): LevelSituation {
  return {
    name: standing.level.level,
    circumstances: circumstancesAt(standing, redFlagged),
    mri: possibilities(standing, 'mri'),
    retropulsion: possibilities(standing, 'retropulsion'),
  }
}

const nothingSettled: number[] = Array(stateCount * stateCount).fill(0)

/** Works out what a screening can still come to. */
export function situationOf({ levels, redFlags }: ScreeningStanding): Situation {
  const [first] = levels
  if (first === undefined) throw new Error('a screening has at least one level')
  const open: LevelSituation[] = []
  const situation = {
    care: possibilities(first, 'care'),
    pain: possibilities(first, 'pain'),
    settled: nothingSettled.slice(),
    levels: open,
  }
  for (const standing of levels) {
    const level = levelSituation(standing, redFlags.length > 0)
    if (lacksNothing(level)) addSettled(situation, level)
    else open.push(level)
  }
  return situation
}

/** Finds the place of a situation in a memory of what follows from it: without the names of its levels, for that is alike for all that can come to the same. */
export function placeOfSituation<Made>(memory: Memory<Made>, situation: Situation): Place<Made> {
  const { care, pain, levels } = situation
  let place = further(further(memory.first, care), pain)
  for (const careState of care.reachable) {
    let parts = 0
    for (const painState of pain.reachable) {
      parts = parts * partCount + settledPart(situation, careState, painState)
    }
    place = further(place, parts)
  }
  for (const { circumstances, mri, retropulsion } of levels) {
    place = further(further(further(place, circumstances), mri), retropulsion)
  }
  return place
}
