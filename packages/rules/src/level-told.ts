import { type CriterionTold, criterionTold } from './criterion-told.ts'
import { type LevelName, vertebraeInOrder } from './facts.ts'
import type { LevelStanding } from './standing.ts'

/** A level as it stands, with what is told of its four criteria, in their order. */
export type LevelTold = {
  readonly name: LevelName
  readonly stands: LevelStanding
  readonly told: readonly [
    fracture: CriterionTold,
    care: CriterionTold,
    retropulsion: CriterionTold,
    pain: CriterionTold,
  ]
}

/** Tells the criteria of every level; what is told of the patient's is the same at each and told once. */
export function levelsTold(levels: readonly LevelStanding[]): LevelTold[] {
  const all = new Array<LevelTold>(levels.length)
  let care: CriterionTold | undefined
  let pain: CriterionTold | undefined
  for (let at = 0; at < levels.length; at++) {
    const stands = levels[at] as LevelStanding
    const { level, seen, judgements } = stands
    care ??= criterionTold(judgements[1], seen)
    pain ??= criterionTold(judgements[3], seen)
    const fracture = criterionTold(judgements[0], seen)
    const retropulsion = criterionTold(judgements[2], seen)
    all[at] = { name: level.level, stands, told: [fracture, care, retropulsion, pain] }
  }
  return all
}

const places = new Map(vertebraeInOrder.map((level, place) => [level, place]))

const placeOf = ({ name }: LevelTold) => places.get(name) ?? 0

/** Puts levels in order from the head down. */
export function inOrder(levels: readonly LevelTold[]): readonly LevelTold[] {
  const isBehind = (level: LevelTold, at: number) =>
    at > 0 && placeOf(levels[at - 1] as LevelTold) > placeOf(level)
  return levels.length > 1 && levels.some(isBehind)
    ? levels.toSorted((one, other) => placeOf(one) - placeOf(other))
    : levels
}
