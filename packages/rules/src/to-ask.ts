import { type Decider, deciderOf } from './chase.ts'
import { isDecisive } from './decisive.ts'
import type { LevelAsked } from './level-told.ts'
import { type FactAsked, factsAsked, placeOf } from './missing.ts'
import type { Outcome } from './outcome.ts'
import { further, keep, lasting, memoryOf } from './remembered.ts'
import type { FactNotToChase, MissingFact, SettlingFact } from './result.ts'
import { answersAlone, smallestSettlingSet } from './settle.ts'
import { placeOfSituation, type Situation, situationOf } from './situation.ts'
import type { ScreeningStanding } from './standing.ts'

type ToAsk = {
  missing: MissingFact[]
  noNeedToChase: FactNotToChase[]
  settles: SettlingFact[]
  /** The decisive facts that a criterion waits for. */
  waitedFor: FactAsked[]
}

/** What follows from a situation alone, whichever levels it is at: fact by fact, in the order of the facts. */
type Weighed = {
  decisive: readonly boolean[]
  /** The answers to each fact that would settle the outcome; undefined for the others. */
  answers: readonly (SettlingFact['answers'] | undefined)[]
}

const weighedBefore = memoryOf<Weighed>()

/** What is weighed alike is one and the same. */
const alikeBefore = memoryOf<Weighed>()

const nothingToAsk: Weighed = { decisive: [], answers: [] }

function weigh(
  stands: ScreeningStanding,
  levels: readonly LevelAsked[],
  facts: readonly FactAsked[],
): Weighed {
  if (stands.redFlags.length > 0) return nothingToAsk
  const situation = situationOf(levels, false)
  const place = placeOfSituation(weighedBefore, situation)
  return place.made ?? keep(weighedBefore, place, weighAnew(situation, stands.outcome, facts))
}

function weighAnew(situation: Situation, outcome: Outcome, facts: readonly FactAsked[]): Weighed {
  const settling =
    outcome === 'insufficient-information' ? smallestSettlingSet(situation, facts) : []
  const decisive = facts.map((fact) => isDecisive(situation, fact))
  const answers = facts.map((fact) =>
    settling.includes(fact) ? answersAlone(situation, fact) : undefined,
  )
  let place = alikeBefore.first
  for (const [at, isOne] of decisive.entries()) {
    place = further(further(place, isOne), answers[at])
  }
  return place.made ?? keep(alikeBefore, place, { decisive, answers })
}

const notToChaseBefore = memoryOf<FactNotToChase>()
const settlingBefore = memoryOf<SettlingFact>()

function notToChase(asked: FactAsked, decider: Decider): FactNotToChase {
  const place = further(further(notToChaseBefore.first, decider), asked)
  if (place.made !== undefined) return place.made
  return keep(notToChaseBefore, place, Object.freeze({ ...placeOf(asked), ...decider }))
}

function settlingTold(asked: FactAsked, answers: SettlingFact['answers']): SettlingFact {
  const place = further(further(settlingBefore.first, answers), asked)
  if (place.made !== undefined) return place.made
  const told = { ...placeOf(asked), question: asked.asks.question, answers }
  return keep(settlingBefore, place, Object.freeze(told))
}

function sorted(stands: ScreeningStanding, facts: readonly FactAsked[], weighed: Weighed): ToAsk {
  const isDecisive = (_: FactAsked, at: number) => weighed.decisive[at] === true
  const decisive = facts.filter(isDecisive)
  const spared = facts.filter((fact) => !decisive.includes(fact))
  const settles = facts.flatMap((fact, at) => {
    const answers = weighed.answers[at]
    return answers === undefined ? [] : [settlingTold(fact, answers)]
  })
  return {
    missing: lasting(facts.map((one) => (decisive.includes(one) ? one.decisive : one.notDecisive))),
    noNeedToChase: lasting(spared.map((fact) => notToChase(fact, deciderOf(stands, fact)))),
    settles: lasting(settles),
    waitedFor: decisive.filter(({ fact }) => fact !== 'painFromFracture'),
  }
}

const sortedBefore = memoryOf<ToAsk>()
const nothing: ToAsk = {
  missing: lasting([]),
  noNeedToChase: lasting([]),
  settles: lasting([]),
  waitedFor: [],
}

/** Sorts what is not recorded: what could still change the outcome, what would settle it, and what need not be chased. The lists are frozen, for they are the same for all who lack the same. */
export function toAsk(stands: ScreeningStanding, levels: readonly LevelAsked[]): ToAsk {
  const facts = factsAsked(levels)
  if (facts.length === 0) return nothing
  const weighed = weigh(stands, levels, facts)
  let place = further(sortedBefore.first, weighed)
  for (let at = 0; at < facts.length; at++) {
    const fact = facts[at] as FactAsked
    place = further(place, fact)
    if (weighed.decisive[at] !== true) place = further(place, deciderOf(stands, fact))
  }
  return place.made ?? keep(sortedBefore, place, sorted(stands, facts, weighed))
}

/** Lists what is not recorded and could still change the outcome. */
export function decisiveOf(
  stands: ScreeningStanding,
  levels: readonly LevelAsked[],
): readonly FactAsked[] {
  const facts = factsAsked(levels)
  if (facts.length === 0) return facts
  const { decisive } = weigh(stands, levels, facts)
  return facts.filter((_, at) => decisive[at] === true)
}
