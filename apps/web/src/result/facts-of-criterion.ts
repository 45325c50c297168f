import { type CriterionResult, type Fact, LevelFacts } from '@kyphoscreen/rules'

/** The field to go to first for each criterion. */
export const firstFactOf = {
  'active-fracture-on-mri': 'mriFinding',
  'failed-conservative-care': 'careModalities',
  'no-significant-retropulsion': 'retropulsion',
  'severe-pain-limiting-life': 'painScale',
} as const satisfies Record<CriterionResult['id'], Fact>

/** True for a fact that is answered level by level. */
export const isOfLevel = (fact: Fact): boolean => fact in LevelFacts.shape
