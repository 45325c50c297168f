import { deciderOf } from './chase.ts'
import { isDecisive } from './decisive.ts'
import { type FactAsked, factsAsked } from './missing.ts'
import { further, keep, lasting, memoryOf } from './remembered.ts'
import type { FactNotToChase, MissingFact, SettlingFact } from './result.ts'
import { answersAlone, smallestSettlingSet } from './settle.ts'
import { placeOfSituation, situationOf } from './situation.ts'
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
  const place = placeOfSituation(weighedBefore, stands)
  return place.made ?? keep(weighedBefore, place, weighAnew(stands, facts))
}

function weighAnew(stands: ScreeningStanding, facts: readonly FactAsked[]): Weighed {
  const situation = situationOf(stands)
  const settling =
    stands.outcome === 'insufficient-information' ? smallestSettlingSet(situation, facts) : []
  return {
    decisive: facts.map((fact) => isDecisive(situation, fact)),
    settling: settling.map((fact) => ({
      place: facts.indexOf(fact),
      answers: answersAlone(situation, fact),
    })),
  }
}

const placeOf = ({ fact, level }: FactAsked) => (level === undefined ? { fact } : { fact, level })

const toldBefore = memoryOf<ToAsk>()

function placeOfAll(weighed: Weighed, facts: readonly FactAsked[], stands: ScreeningStanding) {
  let place = further(toldBefore.first, weighed)
  for (let at = 0; at < facts.length; at++) {
    const fact = facts[at] as FactAsked
    place = further(place, fact)
    if (!weighed.decisive[at]) place = further(place, deciderOf(stands, fact))
  }
  return place
}

function tell(weighed: Weighed, facts: readonly FactAsked[], stands: ScreeningStanding): ToAsk {
  const isDecisive = (_: FactAsked, place: number) => weighed.decisive[place] === true
  const missing = facts.map((fact, place) => ({
    ...placeOf(fact),
    question: fact.asks.question,
    decisive: isDecisive(fact, place),
  }))
  const noNeedToChase = facts
    .filter((fact, place) => !isDecisive(fact, place))
    .map((fact) => ({ ...placeOf(fact), ...deciderOf(stands, fact) }))
  const settles = weighed.settling.flatMap(({ place, answers }) => {
    const fact = facts[place]
    return fact ? [{ ...placeOf(fact), question: fact.asks.question, answers }] : []
  })
  const waitedFor = facts.filter(isDecisive).filter(({ fact }) => fact !== 'painFromFracture')
  return {
    missing: lasting(missing),
    noNeedToChase: lasting(noNeedToChase),
    settles: lasting(settles),
    waitedFor,
  }
}

/** Sorts what is not recorded: what could still change the outcome, what would settle it, and what need not be chased. The lists are frozen, for they are told alike to all who ask alike. */
export function toAsk(stands: ScreeningStanding): ToAsk {
  const facts = factsAsked(stands)
  const weighed = facts.length === 0 ? nothingToAsk : weigh(stands, facts)
  const place = placeOfAll(weighed, facts, stands)
  return place.made ?? keep(toldBefore, place, tell(weighed, facts, stands))
}
