import type { LevelFacts, LevelName, PatientFacts } from './findings.ts'
import type { Policy } from './policy.ts'

/** Circumstances a surgeon must weigh even when the criteria are met; never a criterion and never an exclusion. */
export const cautions = {
  'early-exception': 'Two weeks of care are not complete, and a reason not to wait is recorded.',
  'level-outside-t1-l5': 'The level lies outside T1 to L5.',
  'under-18': 'The patient is younger than 18.',
  'more-than-three-levels': 'More than three levels are fractured.',
  'high-energy-trauma': 'The fracture follows high-energy trauma.',
  'benign-lesion': 'The fracture is caused by a benign lesion.',
  'severe-height-loss': 'The vertebra has lost two thirds or more of its height.',
} as const
export type CautionId = keyof typeof cautions

const fromT1ToL5 = /^[TL]/

/** Lists the cautions of one level. */
export function cautionsOf(
  level: Pick<LevelFacts, 'cause' | 'heightLossPercent'> & { level: LevelName },
  patient: Pick<PatientFacts, 'ageYears' | 'earlyException'>,
  screening: { levelCount: number; careNotYet: boolean },
  policy: Policy,
): CautionId[] {
  const found: CautionId[] = []
  const mayNotWait = patient.earlyException !== undefined || level.cause === 'malignancy'
  if (screening.careNotYet && mayNotWait) found.push('early-exception')
  if (!fromT1ToL5.test(level.level)) found.push('level-outside-t1-l5')
  if ((patient.ageYears ?? policy.adultFromYears) < policy.adultFromYears) found.push('under-18')
  if (screening.levelCount > policy.manyLevelsOver) found.push('more-than-three-levels')
  if (level.cause === 'high-energy-trauma') found.push('high-energy-trauma')
  if (level.cause === 'benign-lesion') found.push('benign-lesion')
  if ((level.heightLossPercent ?? 0) >= policy.severeHeightLossPercent) {
    found.push('severe-height-loss')
  }
  return found
}
