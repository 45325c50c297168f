import { type Findings, type Outcome, screen } from '@kyphoscreen/rules'

/** How many outcomes differ from the rules', and how many of these say `meets` where the rules do not. */
export type Wrong = { wrong: number; wronglyMeets: number; of: number }

/** Counts the outcomes of a cohort that differ from those of the rules. */
export function wrongAnswers(cohort: readonly Findings[], outcomes: readonly Outcome[]): Wrong {
  const differing = outcomes.filter(
    (outcome, index) => outcome !== screen(cohort[index] as Findings).outcome,
  )
  return {
    wrong: differing.length,
    wronglyMeets: differing.filter((outcome) => outcome === 'meets').length,
    of: cohort.length,
  }
}
