import type { LevelFacts, LevelName, PatientFacts } from './facts.ts'
import type { Policy } from './policy.ts'

/** Circumstances a surgeon must weigh even when the criteria are met; never a criterion and never an exclusion. */
export const cautions = {
  'early-exception':
    'Two weeks of care are not complete, and a reason not to wait, or a tumor, is recorded.',
  'level-outside-t1-l5': 'The level lies outside T1 to L5.',
  'under-18': 'The patient is younger than 18.',
  'more-than-three-levels': 'More than three levels are fractured.',
  'high-energy-trauma': 'The fracture follows high-energy trauma.',
  'benign-lesion': 'The fracture is caused by a benign lesion.',
  'severe-height-loss': 'The vertebra has lost two thirds or more of its height.',
} as const
export type CautionId = keyof typeof cautions

/** What each caution is called in the middle of a sentence. */
export const cautionNames = {
  'early-exception': 'a reason not to wait two weeks',
  'level-outside-t1-l5': 'a level outside T1 to L5',
  'under-18': 'an age under 18',
  'more-than-three-levels': 'more than three levels',
  'high-energy-trauma': 'high-energy trauma',
  'benign-lesion': 'a benign lesion',
  'severe-height-loss': 'height loss',
} as const satisfies Record<CautionId, string>

const ofThePatient: readonly CautionId[] = ['under-18', 'more-than-three-levels']

/** True for a caution that is the patient's and so the same at every level. */
export const isOfThePatient = (caution: CautionId): boolean => ofThePatient.includes(caution)

/** True when a recorded reason, or a tumor, speaks against waiting for two weeks of care. */
export const mayNotWait = (
  level: Pick<LevelFacts, 'cause'>,
  patient: Pick<PatientFacts, 'earlyException'>,
): boolean => patient.earlyException !== undefined || level.cause === 'malignancy'

const fromT1ToL5 = (level: LevelName) => level[0] === 'T' || level[0] === 'L'

const none: readonly CautionId[] = Object.freeze([])

/** Lists the cautions of one level. */
export function cautionsOf(
  level: Pick<LevelFacts, 'cause' | 'heightLossPercent'> & { level: LevelName },
  patient: Pick<PatientFacts, 'ageYears' | 'earlyException'>,
  screening: { levelCount: number; careNotYet: boolean },
  policy: Policy,
): readonly CautionId[] {
  let found = none
  if (screening.careNotYet && mayNotWait(level, patient)) found = [...found, 'early-exception']
  if (!fromT1ToL5(level.level)) found = [...found, 'level-outside-t1-l5']
  if ((patient.ageYears ?? policy.adultFromYears) < policy.adultFromYears)
    found = [...found, 'under-18']
  if (screening.levelCount > policy.manyLevelsOver) found = [...found, 'more-than-three-levels']
  const { cause } = level
  if (cause === 'high-energy-trauma') found = [...found, 'high-energy-trauma']
  if (cause === 'benign-lesion') found = [...found, 'benign-lesion']
  if ((level.heightLossPercent ?? 0) >= policy.severeHeightLossPercent) {
    found = [...found, 'severe-height-loss']
  }
  return found
}
