import type { LevelFacts, Outcome } from '@kyphoscreen/rules'

/** How a criterion stands, `not-yet` being not met for now. */
export type Standing = 'met' | 'not-met' | 'not-yet' | 'needs-review' | 'unknown'

/** What the outcome of a screening needs of each level. */
export type LevelAnswer = { outcome: Outcome; canal: Standing }

const precedence = {
  'does-not-meet': 0,
  'insufficient-information': 1,
  meets: 2,
  'needs-surgeon-review': 3,
} as const satisfies Record<Outcome, number>

/** Adds up the levels' answers, by hand for every contender alike. */
export function outcomeOfLevels(
  levels: readonly LevelFacts[],
  answerAt: (level: LevelFacts, index: number) => LevelAnswer,
): Outcome {
  let outcome: Outcome = 'does-not-meet'
  let significant = false
  for (let index = 0; index < levels.length; index++) {
    const answer = answerAt(levels[index] as LevelFacts, index)
    if (precedence[answer.outcome] > precedence[outcome]) outcome = answer.outcome
    significant ||= answer.canal === 'not-met'
  }
  return outcome === 'meets' && significant ? 'needs-surgeon-review' : outcome
}
