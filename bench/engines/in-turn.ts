import type { Findings, LevelFacts, Outcome } from '@kyphoscreen/rules'
import { type LevelAnswer, outcomeOfLevels } from '../screening-outcome.ts'

/** Asks an engine that answers later for each level of each screening in turn. */
export async function inTurn(
  cohort: readonly Findings[],
  answer: (findings: Findings, level: LevelFacts) => Promise<LevelAnswer>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const findings of cohort) {
    const answers: LevelAnswer[] = []
    for (const level of findings.levels) answers.push(await answer(findings, level))
    outcomes.push(outcomeOfLevels(findings.levels, (_, index) => answers[index] as LevelAnswer))
  }
  return outcomes
}
