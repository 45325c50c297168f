import { outcomeOfParts, partCount, partOf } from './level-outcomes.ts'
import type { FactAsked } from './missing.ts'
import type { Move, Possibilities, State } from './possibilities.ts'
import { askedFor, type LevelSituation, type Situation } from './situation.ts'

/** What a level adds to the outcome before and after a fact is recorded, packed as one number. */
type BeforeAndAfter = number

const pack = (before: number, after: number): BeforeAndAfter => before * partCount + after

const outcomeChanges = (both: BeforeAndAfter) =>
  outcomeOfParts(Math.floor(both / partCount)) !== outcomeOfParts(both % partCount)

/** True when some choice of one option a level makes the outcome before differ from the outcome after. */
function someChoiceChanges(levels: readonly ReadonlySet<BeforeAndAfter>[]): boolean {
  let reached = new Set<BeforeAndAfter>([0])
  for (const options of levels) {
    const next = new Set<BeforeAndAfter>()
    for (const one of reached) for (const option of options) next.add(one | option)
    reached = next
  }
  for (const both of reached) if (outcomeChanges(both)) return true
  return false
}

const unmoved = ({ reachable }: Possibilities): Move[] =>
  reachable.map((same) => ({ from: same, to: same }))

type Moves = { mri: readonly Move[]; retropulsion: readonly Move[] }

function optionsOf(level: LevelSituation, moves: Moves, care: Move, pain: Move) {
  const options = new Set<BeforeAndAfter>()
  const part = (mri: State, retropulsion: State, which: 'from' | 'to') =>
    partOf(level.circumstances, [mri, care[which], retropulsion, pain[which]])
  for (const mri of moves.mri) {
    for (const canal of moves.retropulsion) {
      options.add(pack(part(mri.from, canal.from, 'from'), part(mri.to, canal.to, 'to')))
    }
  }
  return options
}

/**
 * Tells whether recording a missing fact could change the outcome: whether, for some answers to the
 * other missing facts (each answered or left missing), some answer to this one does. Exact, and linear
 * in the number of levels.
 */
export function isDecisive(situation: Situation, { fact, level }: FactAsked): boolean {
  const asked = askedFor[fact]
  const at = (level_: LevelSituation): Moves => ({
    mri: movesHere(level_, 'mri'),
    retropulsion: movesHere(level_, 'retropulsion'),
  })
  const movesHere = (here: LevelSituation, which: 'mri' | 'retropulsion') =>
    asked === which && here.name === level
      ? (here[which].moves.get(fact) ?? [])
      : unmoved(here[which])
  const shared = (which: 'care' | 'pain') =>
    asked === which ? (situation[which].moves.get(fact) ?? []) : unmoved(situation[which])
  const moves = situation.levels.map((one) => ({ one, moves: at(one) }))
  return shared('care').some((care) =>
    shared('pain').some((pain) =>
      someChoiceChanges(moves.map(({ one, moves: own }) => optionsOf(one, own, care, pain))),
    ),
  )
}
