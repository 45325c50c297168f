import { type AskedFact, answersTo, recordAnswer } from './answers.ts'
import { contradictsNotTried } from './contradictions.ts'
import { type Judgement, judge } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { daysBetween } from './day.ts'
import type { Fact } from './findings.ts'
import { askedBy } from './missing.ts'
import { isLevelFact } from './questions.ts'
import { remembered } from './remembered.ts'

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
  /** Two with the same number are the same. */
  readonly id: number
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

let lastId = 0
const made = new Map<string, Possibilities>()

/** Gives possibilities that are alike as one and the same, so that what follows from them is worked out once. */
function onlyOnce(possibilities: Omit<Possibilities, 'id'>): Possibilities {
  const { now, reachable, moves, afterAlone } = possibilities
  return remembered(made, JSON.stringify([now, reachable, [...moves], [...afterAlone]]), () => {
    lastId += 1
    return { id: lastId, ...possibilities }
  })
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
  return onlyOnce({ now: stateOf(judgement), reachable, moves, afterAlone })
}

type Written = { fact: Fact; ofLevel: boolean; isDay: boolean }

const writtenFacts = new Map<Judgement['criterion'], readonly Written[]>()

const factsOf = ({ needs, considers, scope }: Judgement['criterion']): readonly Written[] =>
  [...needs, ...considers]
    .map((fact) => ({ fact, ofLevel: isLevelFact(fact), isDay: fact.endsWith('On') }))
    .filter(({ ofLevel }) => scope === 'level' || !ofLevel)

/** Writes what a criterion sees, days as days before the assessment: it judges alike whatever is written alike. */
function writeSeen({ criterion }: Judgement, seen: Seen): string {
  const level: Partial<Record<Fact, unknown>> = seen.level
  const patient: Partial<Record<Fact, unknown>> = seen.patient
  let written = `${seen.oldestFractureDays ?? ''}`
  for (const { fact, ofLevel, isDay } of remembered(writtenFacts, criterion, () =>
    factsOf(criterion),
  )) {
    const value = ofLevel ? level[fact] : patient[fact]
    if (value === undefined) written += ' -'
    else written += ` ${isDay ? daysBetween(String(value), seen.assessedOn) : value}`
  }
  return written
}

const settled = new Map<State, Possibilities>()
const open = new Map<Judgement, Map<string, Possibilities>>()

/** A patient's criterion is judged alike at every level, so it is shown the facts of none. */
const seenByScope = ({ criterion }: Judgement, seen: Seen): Seen =>
  criterion.scope === 'patient' ? { ...seen, level: {} } : seen

/** Works out what a criterion can still come to, over every combination of answers to its missing facts. */
export function possibilitiesOf(judgement: Judgement, seen: Seen): Possibilities {
  const facts = askedBy(judgement, seen)
  return facts.length === 0
    ? remembered(settled, stateOf(judgement), () => workedOut(judgement, seen, facts))
    : remembered(
        remembered(open, judgement, () => new Map()),
        writeSeen(judgement, seen),
        () => workedOut(judgement, seenByScope(judgement, seen), facts),
      )
}
