import { type AskedFact, answersTo, recordAnswer } from './answers.ts'
import { contradictsNotTried } from './contradictions.ts'
import { criteria, type Judgement, judge } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { type Day, daysBetween } from './day.ts'
import type { Fact } from './findings.ts'
import { askedBy } from './missing.ts'
import { isLevelFact } from './questions.ts'
import { further, keep, memoryOf, type Place, remembered } from './remembered.ts'

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

/** What one criterion can still come to, alike being one and the same: its state, all states that answers can lead to, and what each missing fact can do. */
export type Possibilities = {
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

const made = new Map<string, Possibilities>()

/** Gives possibilities that are alike as one and the same, so that what follows from them is worked out once. */
function onlyOnce(possibilities: Possibilities): Possibilities {
  const { now, reachable, moves, afterAlone } = possibilities
  const alike = JSON.stringify([now, reachable, [...moves], [...afterAlone]])
  return remembered(made, alike, () => possibilities)
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
  return onlyOnce({ now: stateOf(judgement), reachable, unmoved, moves, afterAlone })
}

type Seeing = { readonly fact: Fact; readonly ofLevel: boolean; readonly isDay: boolean }

const seeingOf = ({ needs, considers, scope }: Judgement['criterion']): readonly Seeing[] =>
  [...needs, ...considers]
    .map((fact) => ({ fact, ofLevel: isLevelFact(fact), isDay: fact.endsWith('On') }))
    .filter(({ ofLevel }) => scope === 'level' || !ofLevel)

/** What each criterion sees of the findings. */
const seeing = new Map<Judgement['criterion'], readonly Seeing[]>(
  criteria.map((criterion) => [criterion, seeingOf(criterion)]),
)

/** Gives a value as a criterion weighs it: a day as days before the assessment, a list as one text. */
function weighed(value: unknown, isDay: boolean, assessedOn: Day): unknown {
  if (isDay) return daysBetween(String(value), assessedOn)
  return typeof value === 'object' ? String(value) : value
}

/** What is recorded of a fact, in a few kinds that pack into one number; of another kind, the value is told apart by itself. */
const kindOf = (value: unknown) => {
  if (value === undefined) return 0
  if (value === true) return 1
  return value === false ? 2 : otherKind
}
const otherKind = 3
const kinds = 4

const openBefore = memoryOf<Possibilities>()

/** Finds the place of all that a criterion judges alike. */
function placeOf(judgement: Judgement, seen: Seen): Place<Possibilities> {
  const level: Partial<Record<Fact, unknown>> = seen.level
  const patient: Partial<Record<Fact, unknown>> = seen.patient
  let place = further(further(openBefore.first, judgement), seen.oldestFractureDays)
  let packed = 0
  for (const { fact, ofLevel, isDay } of seeing.get(judgement.criterion) ?? []) {
    const value = ofLevel ? level[fact] : patient[fact]
    const kind = kindOf(value)
    packed = packed * kinds + kind
    if (kind === otherKind) place = further(place, weighed(value, isDay, seen.assessedOn))
  }
  return further(place, packed)
}

const settledByState: Possibilities[] = []

function settledAs(judgement: Judgement, seen: Seen): Possibilities {
  const state = stateOf(judgement)
  settledByState[state] ??= workedOut(judgement, seen, [])
  return settledByState[state]
}

/** A patient's criterion is judged alike at every level, so it is shown the facts of none. */
const seenByScope = ({ criterion }: Judgement, seen: Seen): Seen =>
  criterion.scope === 'patient' ? { ...seen, level: {} } : seen

/** Works out what a criterion can still come to, over every combination of answers to its missing facts. */
export function possibilitiesOf(judgement: Judgement, seen: Seen): Possibilities {
  const facts = askedBy(judgement, seen)
  if (facts.length === 0) return settledAs(judgement, seen)
  const place = placeOf(judgement, seen)
  if (place.made !== undefined) return place.made
  return keep(openBefore, place, workedOut(judgement, seenByScope(judgement, seen), facts))
}
