import { deciderOf } from './chase.ts'
import { isDecisive } from './decisive.ts'
import { type FactAsked, factsAsked } from './missing.ts'
import type { FactNotToChase, MissingFact, SettlingFact } from './result.ts'
import { smallestSettlingSet, withAnswers } from './settle.ts'
import { situationOf } from './situation.ts'
import type { ScreeningStanding } from './standing.ts'

type ToAsk = {
  missing: MissingFact[]
  noNeedToChase: FactNotToChase[]
  settles: SettlingFact[]
  /** The decisive facts that a criterion waits for. */
  waitedFor: readonly FactAsked[]
}

const placeOf = ({ fact, level }: FactAsked) => (level === undefined ? { fact } : { fact, level })

/** Sorts what is not recorded: what could still change the outcome, what would settle it, and what need not be chased. */
export function toAsk(stands: ScreeningStanding): ToAsk {
  const facts = factsAsked(stands)
  if (facts.length === 0) return { missing: [], noNeedToChase: [], settles: [], waitedFor: [] }
  const situation = situationOf(stands)
  const isOpen = stands.redFlags.length === 0
  const decisive = new Set(facts.filter((fact) => isOpen && isDecisive(situation, fact)))
  const settling =
    stands.outcome === 'insufficient-information' ? smallestSettlingSet(situation, facts) : []
  return {
    missing: facts.map((fact) => ({
      ...placeOf(fact),
      question: fact.asks.question,
      decisive: decisive.has(fact),
    })),
    noNeedToChase: facts
      .filter((fact) => !decisive.has(fact))
      .map((fact) => ({ ...placeOf(fact), ...deciderOf(stands, fact) })),
    settles: settling.map((fact) => withAnswers(situation, fact)),
    waitedFor: [...decisive].filter(({ fact }) => fact !== 'painFromFracture'),
  }
}
