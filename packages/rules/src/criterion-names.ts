import type { CriterionId } from './criteria.ts'

/** What each criterion is called in the middle of a sentence. */
export const criterionNames = {
  'active-fracture-on-mri': 'active fracture on MRI',
  'failed-conservative-care': 'failed conservative care',
  'no-significant-retropulsion': 'no significant retropulsion',
  'severe-pain-limiting-life': 'severe pain limiting life',
} as const satisfies Record<CriterionId, string>
