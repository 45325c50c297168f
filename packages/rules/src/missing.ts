import type { AskedFact } from './answers.ts'
import type { Judgement } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { LevelName } from './findings.ts'
import { factsInOrder, type Question, questions } from './questions.ts'
import { further, keep, memoryOf } from './remembered.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

/** A fact that is not recorded and a criterion asks for, the level it belongs to when it is a level's, and how to ask for it; asked alike, it is one and the same. */
export type FactAsked = {
  readonly fact: AskedFact
  readonly level: LevelName | undefined
  readonly asks: Question
  /** Its place among all facts, in the order in which they are asked for. */
  readonly order: number
}

const nothing: readonly AskedFact[] = Object.freeze([])

/** Lists the facts a criterion asks for and does not find; whether the pain comes from the fracture is asked without being waited for. */
export function askedBy({ criterion, reason }: Judgement, seen: Seen): readonly AskedFact[] {
  const missing = reason.missing === undefined ? nothing : reason.missing(seen)
  return criterion.id === 'severe-pain-limiting-life' && seen.patient.painFromFracture === undefined
    ? [...missing, 'painFromFracture']
    : missing
}

const askedBefore = memoryOf<FactAsked>()

function factAsked({ criterion, reason }: Judgement, fact: AskedFact, level: LevelName): FactAsked {
  const asks = reason.asksFor ?? questions[fact]
  const at = criterion.scope === 'level' ? level : undefined
  const place = further(further(further(askedBefore.first, asks), fact), at)
  if (place.made !== undefined) return place.made
  const order = factsInOrder.indexOf(fact)
  return keep(askedBefore, place, Object.freeze({ fact, level: at, asks, order }))
}

function addAsked(found: FactAsked[], { level, seen, judgements }: LevelStanding, place: Place) {
  const judgement = judgements[place]
  for (const fact of askedBy(judgement, seen)) {
    addInOrder(found, factAsked(judgement, fact, level.level))
  }
}

/** Adds a fact behind all that are asked for before it or like it. */
function addInOrder(found: FactAsked[], asked: FactAsked): void {
  let at = found.push(asked) - 1
  for (; at > 0; at--) {
    const before = found[at - 1]
    if (before === undefined || before.order <= asked.order) break
    found[at] = before
  }
  found[at] = asked
}

type Place = 0 | 1 | 2 | 3

/** The places of the criteria in the order in which their facts are asked for, so that few are added before others. */
const [ofLevels, ofPatient] = [[0, 2] as const, [3, 1] as const]

/** Lists each missing fact once, in the order in which facts are asked for, then level by level as given. */
export function factsAsked({ levels }: Pick<ScreeningStanding, 'levels'>): FactAsked[] {
  const found: FactAsked[] = []
  for (const place of ofLevels) for (const level of levels) addAsked(found, level, place)
  const [first] = levels
  if (first) for (const place of ofPatient) addAsked(found, first, place)
  return found
}
