import { activeFractureOnMri } from './criteria/active-fracture-on-mri.ts'
import { failedConservativeCare } from './criteria/failed-conservative-care.ts'
import { noSignificantRetropulsion } from './criteria/no-significant-retropulsion.ts'
import { severePainLimitingLife } from './criteria/severe-pain-limiting-life.ts'
import type { Criterion, Reason, Seen } from './criterion.ts'
import { type Day, daysBetween } from './day.ts'
import type { LevelFacts, PatientFacts } from './findings.ts'
import { type Policy, policy } from './policy.ts'

/** The four criteria, in the order in which they are shown. */
export const criteria = [
  activeFractureOnMri,
  failedConservativeCare,
  noSignificantRetropulsion,
  severePainLimitingLife,
] as const

export type CriterionId = (typeof criteria)[number]['id']

/** A criterion's answer: the criterion, and the reason it gave with the code it goes by. */
export type Judgement = {
  readonly criterion: Criterion<CriterionId>
  readonly code: string
  readonly reason: Reason<Seen>
}

/** What is known of a patient of whom nothing is recorded. */
export const nothingRecorded: PatientFacts = Object.freeze({})

/** Days since the onset of the oldest fracture; undefined unless every onset is recorded. */
export function oldestFractureDays(levels: readonly LevelFacts[], assessedOn: Day) {
  let oldest: number | undefined
  for (const { onsetOn } of levels) {
    if (onsetOn === undefined) return undefined
    const age = daysBetween(onsetOn, assessedOn)
    if (oldest === undefined || age > oldest) oldest = age
  }
  return oldest
}

/** Judges one criterion on what it may see. */
export function judge(
  criterion: Criterion<CriterionId>,
  seen: Seen,
  numbers: Policy = policy,
): Judgement {
  const code = criterion.judge(seen, numbers)
  return { criterion, code, reason: criterion.reasons[code] as Reason<Seen> }
}
