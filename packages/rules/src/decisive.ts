import { outcomeOfParts, partCount, partOf } from './level-outcomes.ts'
import type { FactAsked } from './missing.ts'
import type { Move, Possibilities } from './possibilities.ts'
import { askedFor, type LevelSituation, type Situation, settledPart } from './situation.ts'

/** What a level adds to the outcome before and after a fact is recorded, packed as one number. */
type BeforeAndAfter = number

const pack = (before: number, after: number): BeforeAndAfter => before * partCount + after

const outcomeChanges = (both: BeforeAndAfter) =>
  outcomeOfParts(Math.floor(both / partCount)) !== outcomeOfParts(both % partCount)

/** Lists what two choices come to together, each once. */
function together(ones: readonly BeforeAndAfter[], others: readonly BeforeAndAfter[]) {
  const all: BeforeAndAfter[] = []
  for (const one of ones) for (const other of others) addOnce(all, one | other)
  return all
}

function addOnce(all: BeforeAndAfter[], one: BeforeAndAfter): void {
  if (!all.includes(one)) all.push(one)
}

const unmoved = ({ reachable }: Possibilities): Move[] =>
  reachable.map((same) => ({ from: same, to: same }))

type Moves = { mri: readonly Move[]; retropulsion: readonly Move[] }

/** Lists what a level can add by its own criteria, care and pain being as given, each once. */
function optionsOf({ circumstances }: LevelSituation, moves: Moves, care: Move, pain: Move) {
  const options: BeforeAndAfter[] = []
  for (const mri of moves.mri) {
    for (const canal of moves.retropulsion) {
      const before = partOf(circumstances, [mri.from, care.from, canal.from, pain.from])
      addOnce(options, pack(before, partOf(circumstances, [mri.to, care.to, canal.to, pain.to])))
    }
  }
  return options
}

const settledOption = (situation: Situation, care: Move, pain: Move) =>
  pack(settledPart(situation, care.from, pain.from), settledPart(situation, care.to, pain.to))

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
  const levels = situation.levels.map((one) => ({ one, moves: at(one) }))
  return shared('care').some((care) =>
    shared('pain').some((pain) =>
      levels
        .map(({ one, moves }) => optionsOf(one, moves, care, pain))
        .reduce(together, [settledOption(situation, care, pain)])
        .some(outcomeChanges),
    ),
  )
}
