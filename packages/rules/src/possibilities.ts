import { type AskedFact, answersTo, recordAnswer } from './answers.ts'
import { contradictsNotTried } from './contradictions.ts'
import { criteria, type Judgement, judge, judgementsOf } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { keep, mapOf, memoryOf, onForget, remembered } from './remembered.ts'
import { asAge, type Pattern, patternOf, placeOfSeen, tellingOf } from './seen-alike.ts'
import { type State, states } from './state.ts'

/** A change of state that recording a fact can bring about. */
export type Move = { readonly from: State; readonly to: State }

/** Every move, by the state that it goes from and the one that it goes to. */
const moveBetween = states.map((from) => states.map((to): Move => ({ from, to })))

/** What one criterion can still come to, alike being one and the same: its state, all states that answers can lead to, and what each missing fact can do. */
export type Possibilities = {
  /** Its number among all that are not alike. */
  readonly number: number
  readonly now: State
  readonly reachable: readonly State[]
  /** Every state that can be reached, staying as it is. */
  readonly unmoved: readonly Move[]
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
    const answered = answersTo(fact).map((answer) =>
      combinations.map((before) => recordAnswer(before, fact, answer)),
    )
    combinations = [combinations, ...answered].flat()
  }
  return combinations.map((after) =>
    contradictsNotTried(after.patient, after.assessedOn)
      ? undefined
      : judge(criterion, after).reason.state,
  )
}

function movesOf(after: readonly (State | undefined)[], stride: number, answers: number): Move[] {
  const found = new Set<Move>()
  after.forEach((to, index) => {
    const answer = Math.floor(index / stride) % (answers + 1)
    const from = after[index - answer * stride]
    if (from === undefined || to === undefined || from === to) return
    found.add(moveBetween[from]?.[to] as Move)
  })
  return [...found]
}

const made = mapOf<string, Possibilities>()
let nextNumber = 0

/** Gives possibilities that are alike as one and the same, so that what follows from them is worked out once. */
function onlyOnce(possibilities: Omit<Possibilities, 'number'>): Possibilities {
  const { now, reachable, moves, afterAlone } = possibilities
  const alike = JSON.stringify([now, reachable, [...moves], [...afterAlone]])
  return remembered(made, alike, () => ({ number: nextNumber++, ...possibilities }))
}

function workedOut(judgement: Judgement, seen: Seen, facts: readonly AskedFact[]): Possibilities {
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
  const unmoved = reachable.map((same) => ({ from: same, to: same }))
  return onlyOnce({ now: judgement.reason.state, reachable, unmoved, moves, afterAlone })
}

/** What a criterion sees of the findings; a day as days before the assessment. */
function patternOfCriterion({ needs, considers, scope }: Judgement['criterion']): Pattern {
  const facts = [...needs, ...considers].map(tellingOf)
  const own = facts.filter(({ of }) => scope === 'level' || of !== 'level')
  const weighed = own.map((one) => (one.name.endsWith('On') ? asAge(one) : one))
  return patternOf([tellingOf('oldestFractureDays'), ...weighed])
}

/** What each judgement is weighed by: all that its criterion sees. */
const patterns = new Map<Judgement, Pattern>(
  criteria.flatMap((criterion) =>
    [...judgementsOf(criterion).values()].map((one) => [one, patternOfCriterion(criterion)]),
  ),
)

const openBefore = memoryOf<Possibilities>()

const settledByState: Possibilities[] = []
onForget(() => settledByState.splice(0))

function settledAs(judgement: Judgement, seen: Seen): Possibilities {
  const { state } = judgement.reason
  settledByState[state] ??= workedOut(judgement, seen, [])
  return settledByState[state]
}

/** A patient's criterion is judged alike at every level, so it is shown the facts of none. */
const seenByScope = ({ criterion }: Judgement, seen: Seen): Seen =>
  criterion.scope === 'patient' ? { ...seen, level: {} } : seen

/** Works out what a criterion can still come to, over every combination of answers to its missing facts. */
export function possibilitiesOf(
  judgement: Judgement,
  seen: Seen,
  missing: readonly AskedFact[],
): Possibilities {
  if (missing.length === 0) return settledAs(judgement, seen)
  const place = placeOfSeen(openBefore, patterns.get(judgement) as Pattern, seen)
  if (place.made !== undefined) return place.made
  return keep(openBefore, place, workedOut(judgement, seenByScope(judgement, seen), missing))
}
