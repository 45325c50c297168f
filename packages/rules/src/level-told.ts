import type { Judgement } from './criteria.ts'
import type { Seen } from './criterion.ts'
import {
  type CriterionAsked,
  type CriterionTold,
  criterionAsked,
  criterionTold,
} from './criterion-told.ts'
import { type LevelName, vertebraeInOrder } from './facts.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

/** A level as it stands, with what is known of its four criteria, in their order. */
type LevelWith<Known> = {
  readonly name: LevelName
  readonly stands: LevelStanding
  readonly told: readonly [fracture: Known, care: Known, retropulsion: Known, pain: Known]
}

/** A level with what is told of its criteria. */
export type LevelTold = LevelWith<CriterionTold>

/** A level with what its criteria ask for. */
export type LevelAsked = LevelWith<CriterionAsked>

/** Tells the criteria of every level. */
export const levelsTold = (levels: readonly LevelStanding[]): LevelTold[] =>
  levelsWith(levels, criterionTold)

/** Tells what the criteria of every level ask for, without a word. */
export const levelsAsked = (levels: readonly LevelStanding[]): LevelAsked[] =>
  levelsWith(levels, criterionAsked)

/** Goes through the criteria of every level; what is known of the patient's is the same at each and worked out once. */
function levelsWith<Known>(
  levels: readonly LevelStanding[],
  know: (judgement: Judgement, seen: Seen) => Known,
): LevelWith<Known>[] {
  let care: Known | undefined
  let pain: Known | undefined
  return levels.map((stands) => {
    const { level, seen, judgements } = stands
    care ??= know(judgements[1], seen)
    pain ??= know(judgements[3], seen)
    const fracture = know(judgements[0], seen)
    const retropulsion = know(judgements[2], seen)
    return { name: level.level, stands, told: [fracture, care, retropulsion, pain] }
  })
}

const places = new Map(vertebraeInOrder.map((level, place) => [level, place]))

const placeOf = ({ name }: LevelAsked) => places.get(name) ?? 0

function inOrder<Level extends LevelAsked>(levels: readonly Level[]): readonly Level[] {
  const isBehind = (level: Level, at: number) =>
    at > 0 && placeOf(levels[at - 1] as Level) > placeOf(level)
  return levels.some(isBehind)
    ? levels.toSorted((one, other) => placeOf(one) - placeOf(other))
    : levels
}

/** Puts the levels of a screening in order from the head down, with how it stands. */
export function fromTheHeadDown<Level extends LevelAsked>(
  asGiven: ScreeningStanding,
  known: readonly Level[],
): { stands: ScreeningStanding; levels: readonly Level[] } {
  const levels = inOrder(known)
  const stands =
    levels === known ? asGiven : { ...asGiven, levels: levels.map((level) => level.stands) }
  return { stands, levels }
}
