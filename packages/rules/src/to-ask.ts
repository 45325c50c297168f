import { deciderOf } from './chase.ts'
import { isDecisive } from './decisive.ts'
import { type FactAsked, factsAsked } from './missing.ts'
import type { Question } from './questions.ts'
import { remembered } from './remembered.ts'
import type { FactNotToChase, MissingFact, SettlingFact } from './result.ts'
import { answersAlone, smallestSettlingSet } from './settle.ts'
import { situationOf, writeSituation } from './situation.ts'
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

const weighedBefore = new Map<string, Weighed>()

const nothingToAsk: Weighed = { decisive: [], settling: [] }

function weigh(stands: ScreeningStanding, facts: readonly FactAsked[]): Weighed {
  if (stands.redFlags.length > 0) return nothingToAsk
  const situation = situationOf(stands)
  return remembered(weighedBefore, writeSituation(situation), () => {
    const settling =
      stands.outcome === 'insufficient-information' ? smallestSettlingSet(situation, facts) : []
    return {
      decisive: facts.map((fact) => isDecisive(situation, fact)),
      settling: settling.map((fact) => ({
        place: facts.indexOf(fact),
        answers: answersAlone(situation, fact),
      })),
    }
  })
}

const placeOf = ({ fact, level }: FactAsked) => (level === undefined ? { fact } : { fact, level })

const missingBefore = new Map<Question, Map<string, MissingFact>>()

/** Tells of a missing fact; frozen, for it is the same for all who ask for it in these words at this level. */
function missingTold(asked: FactAsked, decisive: boolean): MissingFact {
  const { fact, level, asks } = asked
  const told = remembered(missingBefore, asks, () => new Map<string, MissingFact>())
  return remembered(told, `${decisive} ${fact} ${level}`, () =>
    Object.freeze({ ...placeOf(asked), question: asks.question, decisive }),
  )
}

/** Sorts what is not recorded: what could still change the outcome, what would settle it, and what need not be chased. */
export function toAsk(stands: ScreeningStanding): ToAsk {
  const asked: ToAsk = { missing: [], noNeedToChase: [], settles: [], waitedFor: [] }
  const facts = factsAsked(stands)
  if (facts.length === 0) return asked
  const { decisive, settling } = weigh(stands, facts)
  facts.forEach((fact, place) => {
    const isDecisiveHere = decisive[place] === true
    asked.missing.push(missingTold(fact, isDecisiveHere))
    if (!isDecisiveHere) asked.noNeedToChase.push({ ...placeOf(fact), ...deciderOf(stands, fact) })
    else if (fact.fact !== 'painFromFracture') asked.waitedFor.push(fact)
  })
  for (const { place, answers } of settling) {
    const fact = facts[place]
    if (fact) asked.settles.push({ ...placeOf(fact), question: fact.asks.question, answers })
  }
  return asked
}
