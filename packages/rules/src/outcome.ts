import type { CautionId } from './cautions.ts'
import type { CriterionId } from './criteria.ts'
import type { Status } from './criterion.ts'

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
  statuses: Readonly<Record<CriterionId, Status>>
  /** True when care is not met for now and the calendar alone can change that. */
  careNotYet: boolean
  redFlagged: boolean
  cautions: readonly CautionId[]
}

/** The cautions that send a level to the surgeon before anything missing is asked for. */
export const beyondTheCriteria: readonly CautionId[] = ['level-outside-t1-l5', 'under-18']

/** Gives the outcome of one level; first match wins. */
export function outcomeOfLevel({ statuses, careNotYet, redFlagged, cautions }: Standing): Outcome {
  const all = Object.values(statuses)
  if (redFlagged) return 'needs-surgeon-review'
  const notMet = all.filter((status) => status === 'not-met').length
  if (notMet > 0) {
    const mayNotWait = notMet === 1 && careNotYet && cautions.includes('early-exception')
    return mayNotWait || cautions.includes('benign-lesion')
      ? 'needs-surgeon-review'
      : 'does-not-meet'
  }
  if (cautions.some((caution) => beyondTheCriteria.includes(caution))) return 'needs-surgeon-review'
  if (all.includes('unknown')) return 'insufficient-information'
  if (all.includes('needs-review') || cautions.length > 0) return 'needs-surgeon-review'
  return 'meets'
}

/** Gives the outcome of a screening from its levels'; a level that meets is held back by one that needs the surgeon or has significant retropulsion. */
export function outcomeOfScreening(
  levels: readonly { outcome: Outcome; significantRetropulsion: boolean }[],
): Outcome {
  const some = (outcome: Outcome) => levels.some((level) => level.outcome === outcome)
  if (some('meets')) {
    const heldBack =
      some('needs-surgeon-review') || levels.some((level) => level.significantRetropulsion)
    return heldBack ? 'needs-surgeon-review' : 'meets'
  }
  if (some('needs-surgeon-review')) return 'needs-surgeon-review'
  return some('insufficient-information') ? 'insufficient-information' : 'does-not-meet'
}
