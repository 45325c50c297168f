import { deciderOf } from './chase.ts'
import { isDecisive } from './decisive.ts'
import { type FactAsked, factsAsked } from './missing.ts'
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
  settling: readonly { place: number; answers: SettlingFact['answers'] }[]
}

const weighedBefore = memoryOf<Weighed>()

const nothingToAsk: Weighed = { decisive: [], settling: [] }

function weigh(stands: ScreeningStanding, facts: readonly FactAsked[]): Weighed {
  if (stands.redFlags.length > 0) return nothingToAsk
  const situation = situationOf(stands)
  const place = placeOfSituation(weighedBefore, situation)
  return place.made ?? keep(weighedBefore, place, weighAnew(situation, stands.outcome, facts))
}

function weighAnew(situation: Situation, outcome: Outcome, facts: readonly FactAsked[]): Weighed {
  const settling =
    outcome === 'insufficient-information' ? smallestSettlingSet(situation, facts) : []
  return {
    decisive: facts.map((fact) => isDecisive(situation, fact)),
    settling: settling.map((fact) => ({
      place: facts.indexOf(fact),
      answers: answersAlone(situation, fact),
    })),
  }
}

const placeOf = ({ fact, level }: FactAsked) => (level === undefined ? { fact } : { fact, level })

const missingBefore = memoryOf<MissingFact>()
const notToChaseBefore = memoryOf<FactNotToChase>()
const settlingBefore = memoryOf<SettlingFact>()

function missingTold(asked: FactAsked, decisive: boolean): MissingFact {
  const place = further(further(missingBefore.first, asked), decisive)
  if (place.made !== undefined) return place.made
  const told = { ...placeOf(asked), question: asked.asks.question, decisive }
  return keep(missingBefore, place, Object.freeze(told))
}

function notToChase(asked: FactAsked, stands: ScreeningStanding): FactNotToChase {
  const decider = deciderOf(stands, asked)
  const place = further(further(notToChaseBefore.first, asked), decider)
  if (place.made !== undefined) return place.made
  return keep(notToChaseBefore, place, Object.freeze({ ...placeOf(asked), ...decider }))
}

function settlingTold(asked: FactAsked, answers: SettlingFact['answers']): SettlingFact {
  const place = further(further(settlingBefore.first, asked), answers)
  if (place.made !== undefined) return place.made
  const told = { ...placeOf(asked), question: asked.asks.question, answers }
  return keep(settlingBefore, place, Object.freeze(told))
}

const none: ToAsk = {
  missing: lasting([]),
  noNeedToChase: lasting([]),
  settles: lasting([]),
  waitedFor: [],
}

/** Sorts what is not recorded: what could still change the outcome, what would settle it, and what need not be chased. What is told of a fact is frozen, for it is told alike to all who ask it alike. */
export function toAsk(stands: ScreeningStanding): ToAsk {
  const facts = factsAsked(stands)
  if (facts.length === 0) return none
  const { decisive, settling } = weigh(stands, facts)
  const asked: ToAsk = { missing: [], noNeedToChase: [], settles: none.settles, waitedFor: [] }
  for (let at = 0; at < facts.length; at++) {
    const fact = facts[at] as FactAsked
    const isDecisiveHere = decisive[at] === true
    asked.missing.push(missingTold(fact, isDecisiveHere))
    if (!isDecisiveHere) asked.noNeedToChase.push(notToChase(fact, stands))
    else if (fact.fact !== 'painFromFracture') asked.waitedFor.push(fact)
  }
  if (settling.length === 0) return asked
  asked.settles = settling.map(({ place, answers }) =>
    settlingTold(facts[place] as FactAsked, answers),
  )
  return asked
}
