import { type Day, daysBetween } from './day.ts'
import type { LevelFacts, PatientFacts } from './facts.ts'

/** Gives the days of conservative care: from its start to the day of assessment, else as stated, else undefined. */
export const careDaysOf = (patient: PatientFacts, assessedOn: Day): number | undefined =>
  patient.careStartedOn === undefined
    ? patient.careDays
    : daysBetween(patient.careStartedOn, assessedOn)

/** Gives the days since the onset of the oldest fracture; undefined unless every onset is recorded. */
export function oldestFractureDays(
  levels: readonly LevelFacts[],
  assessedOn: Day,
): number | undefined {
  let oldest: Day | undefined
  for (let at = 0; at < levels.length; at++) {
    const { onsetOn } = levels[at] as LevelFacts
    if (onsetOn === undefined) return undefined
    if (oldest === undefined || onsetOn < oldest) oldest = onsetOn
  }
  return oldest === undefined ? undefined : daysBetween(oldest, assessedOn)
}
