import type { CriterionResult, Outcome, Status } from '@kyphoscreen/rules'

/** The outcome in words, the same everywhere. */
export const outcomeWords = {
  meets: 'Meets the documented criteria',
  'does-not-meet': 'Does not meet the documented criteria',
  'insufficient-information': 'Insufficient information',
  'needs-surgeon-review': 'Needs surgeon review',
} as const satisfies Record<Outcome, string>

/** The outcome in a word or two, for a line in a list. */
export const shortOutcomeWords = {
  meets: 'Meets',
  'does-not-meet': 'Does not meet',
  'insufficient-information': 'Insufficient information',
  'needs-surgeon-review': 'Needs surgeon review',
} as const satisfies Record<Outcome, string>

/** The status of a criterion in words. */
export const statusWords = {
  met: 'Met',
  'not-met': 'Not met',
  'needs-review': 'Needs review',
  unknown: 'Unknown',
} as const satisfies Record<Status, string>

/** The four criteria by a short name. */
export const criterionWords = {
  'active-fracture-on-mri': 'Active fracture on MRI',
  'failed-conservative-care': 'Failed conservative care',
  'no-significant-retropulsion': 'No significant retropulsion',
  'severe-pain-limiting-life': 'Severe pain limiting life',
} as const satisfies Record<CriterionResult['id'], string>

/** What every result says of itself. */
export const standingOfResult = 'Supports, does not replace, clinical judgement.'
