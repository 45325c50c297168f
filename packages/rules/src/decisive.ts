import type { AskedFact } from './answers.ts'
import { type Circumstances, outcomeOfParts, partBits, partOf } from './level-outcomes.ts'
import type { FactAsked } from './missing.ts'
import type { Move, Possibilities } from './possibilities.ts'
import { askedFor, type Situation, settledPart } from './situation.ts'

const partMask = (1 << partBits) - 1

/** What a level adds to the outcome before and after a fact is recorded, packed as one number. */
type BeforeAndAfter = number

const pack = (before: number, after: number): BeforeAndAfter => (before << partBits) | after

const outcomeChanges = (both: BeforeAndAfter) =>
  outcomeOfParts(both >> partBits) !== outcomeOfParts(both & partMask)

/** Lists what two choices come to together, each once. */
function together(ones: readonly BeforeAndAfter[], others: readonly BeforeAndAfter[]) {
  const all: BeforeAndAfter[] = []
  for (const one of ones) for (const other of others) addOnce(all, one | other)
  return all
}

function addOnce(all: BeforeAndAfter[], one: BeforeAndAfter): void {
  if (!all.includes(one)) all.push(one)
}

/** How a level's own criteria can go before and after the fact. */
type OwnMoves = {
  readonly circumstances: Circumstances
  readonly mri: readonly Move[]
  readonly retropulsion: readonly Move[]
}

/** Lists what a level can add by its own criteria, care and pain being as given, each once. */
function optionsOf({ circumstances, mri, retropulsion }: OwnMoves, care: Move, pain: Move) {
  const options: BeforeAndAfter[] = []
  for (const own of mri) {
    for (const canal of retropulsion) {
      const before = partOf(circumstances, own.from, care.from, canal.from, pain.from)
      const after = partOf(circumstances, own.to, care.to, canal.to, pain.to)
      addOnce(options, pack(before, after))
    }
  }
  return options
}

/** Tells whether some way in which the levels can go together changes the outcome. */
function someChange(situation: Situation, levels: readonly OwnMoves[], care: Move, pain: Move) {
  const before = settledPart(situation, care.from, pain.from)
  let all = [pack(before, settledPart(situation, care.to, pain.to))]
  for (const level of levels) all = together(all, optionsOf(level, care, pain))
  return all.some(outcomeChanges)
}

const movesBy = ({ moves, unmoved }: Possibilities, fact: AskedFact, isAsked: boolean) =>
  isAsked ? (moves.get(fact) ?? []) : unmoved

/**
 * Tells whether recording a missing fact could change the outcome: whether, for some answers to the
 * other missing facts (each answered or left missing), some answer to this one does. Exact, and linear
 * in the number of levels.
 */
export function isDecisive(situation: Situation, { fact, level }: FactAsked): boolean {
  const asked = askedFor[fact]
  const levels = situation.levels
    .filter(({ isOpen }) => isOpen)
    .map(({ name, circumstances, mri, retropulsion }) => ({
      circumstances,
      mri: movesBy(mri, fact, asked === 'mri' && name === level),
      retropulsion: movesBy(retropulsion, fact, asked === 'retropulsion' && name === level),
    }))
  const pains = movesBy(situation.pain, fact, asked === 'pain')
  for (const care of movesBy(situation.care, fact, asked === 'care')) {
    for (const pain of pains) if (someChange(situation, levels, care, pain)) return true
  }
  return false
}
