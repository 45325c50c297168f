import type { Fact, LevelName } from './findings.ts'
import { factsInOrder, isLevelFact, questions } from './questions.ts'
import type { MissingFact } from './result.ts'
import type { ScreeningStanding } from './standing.ts'

/** A fact, and the level it belongs to when it is a level's. */
export type FactAt = { fact: Fact; level?: LevelName }

const askedButNotBlocking: Fact = 'painFromFracture'

/** Lists each fact that is not recorded and a criterion asks for, once, level by level as given, patient facts last. */
export function factsNotRecorded({ levels }: ScreeningStanding): FactAt[] {
  const found = new Map<string, FactAt>()
  for (const { level, seen, judgements } of levels) {
    for (const { reason } of judgements) {
      for (const fact of reason.missing?.(seen) ?? []) {
        const at = isLevelFact(fact) ? { fact, level: level.level } : { fact }
        found.set(`${fact} ${at.level ?? ''}`, at)
      }
    }
  }
  if (levels.some(({ seen }) => seen.patient.painFromFracture === undefined)) {
    found.set(askedButNotBlocking, { fact: askedButNotBlocking })
  }
  const order = (at: FactAt) => factsInOrder.indexOf(at.fact)
  return [...found.values()].sort((one, other) => order(one) - order(other))
}

/** Puts each missing fact as a question; `decides` says which could still change the outcome. */
export const missingFacts = (
  standing: ScreeningStanding,
  decides: (at: FactAt) => boolean,
): MissingFact[] =>
  factsNotRecorded(standing).map((at) => ({
    ...at,
    question: questions[at.fact].question,
    decisive: decides(at),
  }))
