import { type AskedFact, answersTo, recordAnswer } from './answers.ts'
import { contradictsNotTried } from './contradictions.ts'
import { type Judgement, judge } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { askedBy } from './missing.ts'

/** A criterion's status as a small number, with "not met for now" told apart. */
export const state = { met: 0, review: 1, unknown: 2, notMet: 3, notYet: 4 } as const
export type State = (typeof state)[keyof typeof state]

/** How many states there are. */
export const stateCount = 5

const stateOfStatus = {
  met: state.met,
  'needs-review': state.review,
  unknown: state.unknown,
  'not-met': state.notMet,
} as const

/** Gives the state of a judgement. */
export const stateOf = ({ reason }: Pick<Judgement, 'reason'>): State =>
  reason.notYet === true ? state.notYet : stateOfStatus[reason.status]

/** A change of state that recording a fact can bring about. */
export type Move = { readonly from: State; readonly to: State }

/** What one criterion can still come to: its state, all states that answers can lead to, and what each missing fact can do. */
export type Possibilities = {
  readonly now: State
  readonly reachable: readonly State[]
  readonly moves: ReadonlyMap<AskedFact, readonly Move[]>
  /** The state after each class of answers to one fact alone; undefined where the answer would contradict what is recorded. */
  readonly afterAlone: ReadonlyMap<AskedFact, readonly (State | undefined)[]>
}

/** Judges every combination of answers to the missing facts, each answered or left missing; the first fact varies fastest. */
function statesByAnswers(
  { criterion }: Judgement,
  seen: Seen,
  facts: readonly AskedFact[],
): (State | undefined)[] {
  let combinations = [seen]
  for (const fact of facts) {
    const answered = answersTo(fact).map((_, which) =>
      combinations.map((before) => recordAnswer(before, fact, which)),
    )
    combinations = [combinations, ...answered].flat()
  }
  return combinations.map((after) =>
    contradictsNotTried(after.patient, after.assessedOn)
      ? undefined
      : stateOf(judge(criterion, after)),
  )
}

function movesOf(states: readonly (State | undefined)[], stride: number, answers: number): Move[] {
  const found = new Map<number, Move>()
  states.forEach((to, index) => {
    const answer = Math.floor(index / stride) % (answers + 1)
    const from = states[index - answer * stride]
    if (from === undefined || to === undefined || from === to) return
    found.set(from * stateCount + to, { from, to })
  })
  return [...found.values()]
}

/** Works out what a criterion can still come to, over every combination of answers to its missing facts. */
export function possibilitiesOf(judgement: Judgement, seen: Seen): Possibilities {
  const facts = askedBy(judgement, seen)
  const states = statesByAnswers(judgement, seen, facts)
  const moves = new Map<AskedFact, Move[]>()
  const afterAlone = new Map<AskedFact, (State | undefined)[]>()
  let stride = 1
  for (const fact of facts) {
    const answers = answersTo(fact).length
    moves.set(fact, movesOf(states, stride, answers))
    afterAlone.set(
      fact,
      answersTo(fact).map((_, which) => states[(which + 1) * stride]),
    )
    stride *= answers + 1
  }
  const reachable = [...new Set(states)].filter((one) => one !== undefined)
  return { now: stateOf(judgement), reachable, moves, afterAlone }
}
