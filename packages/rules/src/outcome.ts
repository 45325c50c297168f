import type { CautionId } from './cautions.ts'

/** What a screening comes to; it never decides for the surgeon. */
export const outcomes = [
  'meets',
  'does-not-meet',
  'insufficient-information',
  'needs-surgeon-review',
] as const
export type Outcome = (typeof outcomes)[number]

/** Everything the outcome of a level follows from, and nothing else. */
export type Standing = {
  /** How many of the four criteria are not met, are not known, and need a person to weigh them. */
  notMet: number
  unknown: number
  needsReview: number
  /** True when care is not met for now and the calendar alone can change that. */
  careNotYet: boolean
  redFlagged: boolean
  cautions: readonly CautionId[]
}

/** The cautions that send a level to the surgeon before anything missing is asked for. */
export const beyondTheCriteria: readonly CautionId[] = ['level-outside-t1-l5', 'under-18']

/** Gives the outcome of one level; first match wins. */
export function outcomeOfLevel(standing: Standing): Outcome {
  const { notMet, unknown, needsReview, careNotYet, redFlagged, cautions } = standing
  if (redFlagged) return 'needs-surgeon-review'
  if (notMet > 0) {
    const mayNotWait = careNotYet && cautions.includes('early-exception') && notMet === 1
    return mayNotWait || cautions.includes('benign-lesion')
      ? 'needs-surgeon-review'
      : 'does-not-meet'
  }
  if (cautions.some((caution) => beyondTheCriteria.includes(caution))) return 'needs-surgeon-review'
  if (unknown > 0) return 'insufficient-information'
  return needsReview > 0 || cautions.length > 0 ? 'needs-surgeon-review' : 'meets'
}

/** Gives the outcome of a screening from its levels'; a level that meets is held back by one that needs the surgeon or has significant retropulsion. */
export function outcomeOfScreening(
  levels: readonly { outcome: Outcome; significantRetropulsion: boolean }[],
): Outcome {
  let found: Outcome = 'does-not-meet'
  let significant = false
  for (const { outcome, significantRetropulsion } of levels) {
    if (precedence[outcome] > precedence[found]) found = outcome
    significant ||= significantRetropulsion
  }
  return found === 'meets' && significant ? 'needs-surgeon-review' : found
}

const precedence = {
  'does-not-meet': 0,
  'insufficient-information': 1,
  meets: 2,
  'needs-surgeon-review': 3,
} as const satisfies Record<Outcome, number>
