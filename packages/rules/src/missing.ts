import type { AskedFact } from './answers.ts'
import type { Judgement } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { LevelName } from './findings.ts'
import { factsInOrder, isLevelFact, type Question, questions } from './questions.ts'
import type { ScreeningStanding } from './standing.ts'

/** A fact that is not recorded and a criterion asks for, the level it belongs to when it is a level's, and how to ask for it. */
export type FactAsked = { fact: AskedFact; level?: LevelName; asks: Question }

const nothing: readonly AskedFact[] = Object.freeze([])

/** Lists the facts a criterion asks for and does not find; whether the pain comes from the fracture is asked without being waited for. */
export function askedBy({ criterion, reason }: Judgement, seen: Seen): readonly AskedFact[] {
  const missing = reason.missing?.(seen) ?? nothing
  return criterion.id === 'severe-pain-limiting-life' && seen.patient.painFromFracture === undefined
    ? [...missing, 'painFromFracture']
    : missing
}

/** Lists each missing fact once, in the order in which facts are asked for, then level by level as given. */
export function factsAsked({ levels }: Pick<ScreeningStanding, 'levels'>): FactAsked[] {
  const found: FactAsked[] = []
  for (const [index, { level, seen, judgements }] of levels.entries()) {
    for (const judgement of judgements) {
      if (judgement.criterion.scope === 'patient' && index > 0) continue
      for (const fact of askedBy(judgement, seen)) {
        const asks = judgement.reason.asksFor ?? questions[fact]
        found.push(isLevelFact(fact) ? { fact, level: level.level, asks } : { fact, asks })
      }
    }
  }
  return found.length < 2 ? found : found.sort(inOrder)
}

const inOrder = (one: FactAsked, other: FactAsked) =>
  factsInOrder.indexOf(one.fact) - factsInOrder.indexOf(other.fact)
