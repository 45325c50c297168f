import type { AskedFact } from './answers.ts'
import type { Judgement } from './criteria.ts'
import type { LevelName } from './facts.ts'
import type { LevelAsked } from './level-told.ts'
import { factsInOrder, type Question, questions } from './questions.ts'
import { further, keep, memoryOf } from './remembered.ts'
import type { MissingFact } from './result.ts'

/** A fact that is not recorded and a criterion asks for, the level it belongs to when it is a level's, and how to ask for it; asked alike, it is one and the same. */
export type FactAsked = {
  readonly fact: AskedFact
  readonly level: LevelName | undefined
  readonly asks: Question
  /** Its place among all facts, in the order in which they are asked for. */
  readonly order: number
  /** What is told of it, when it is decisive and when it is not. */
  readonly decisive: MissingFact
  readonly notDecisive: MissingFact
}

/** The facts that a criterion asks for and does not find, by level; asked alike, they are one and the same. */
export type Gap = {
  readonly facts: readonly AskedFact[]
  readonly askedAt: (level: LevelName) => readonly FactAsked[]
}

/** Names a fact and the level it belongs to, if it is a level's. */
export const placeOf = ({ fact, level }: Pick<FactAsked, 'fact' | 'level'>) =>
  level === undefined ? { fact } : { fact, level }

function factAsked(fact: AskedFact, asks: Question, level: LevelName | undefined): FactAsked {
  const told = (decisive: boolean) =>
    Object.freeze({ ...placeOf({ fact, level }), question: asks.question, decisive })
  const order = factsInOrder.indexOf(fact)
  return { fact, level, asks, order, decisive: told(true), notDecisive: told(false) }
}

function newGap({ criterion, reason }: Judgement, facts: readonly AskedFact[]): Gap {
  const ask = (level: LevelName | undefined) =>
    facts.map((fact) => factAsked(fact, reason.asksFor ?? questions[fact], level))
  if (criterion.scope === 'patient') {
    const asked = ask(undefined)
    return { facts, askedAt: () => asked }
  }
  const asked = new Map<LevelName, readonly FactAsked[]>()
  return {
    facts,
    askedAt: (level) => {
      const known = asked.get(level) ?? ask(level)
      asked.set(level, known)
      return known
    },
  }
}

const gapsBefore = memoryOf<Gap>()

/** Gives the gap that missing facts leave in a criterion. */
export function gapOf(judgement: Judgement, facts: readonly AskedFact[]): Gap {
  let place = further(gapsBefore.first, judgement)
  for (const fact of facts) place = further(place, fact)
  return place.made ?? keep(gapsBefore, place, newGap(judgement, facts))
}

/** Adds the facts of a gap, each behind all that are asked for before it or like it. */
function addInOrder(found: FactAsked[], { facts, askedAt }: Gap, level: LevelName): void {
  if (facts.length === 0) return
  for (const asked of askedAt(level)) {
    let at = found.push(asked) - 1
    for (; at > 0; at--) {
      const before = found[at - 1] as FactAsked
      if (before.order <= asked.order) break
      found[at] = before
    }
    found[at] = asked
  }
}

/** Lists each missing fact once, in the order in which facts are asked for, then level by level as given. */
export function factsAsked(levels: readonly LevelAsked[]): FactAsked[] {
  const found: FactAsked[] = []
  for (const { name, told } of levels) addInOrder(found, told[0].gap, name)
  for (const { name, told } of levels) addInOrder(found, told[2].gap, name)
  const first = levels[0] as LevelAsked
  addInOrder(found, first.told[3].gap, first.name)
  addInOrder(found, first.told[1].gap, first.name)
  return found
}
