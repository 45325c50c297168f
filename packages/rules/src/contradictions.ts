import { type Day, dayNumber, daysBetween } from './day.ts'
import { careDaysOf, oldestFractureDays } from './days-elapsed.ts'
import type { LevelFacts, PatientFacts } from './facts.ts'
import type { Findings } from './findings.ts'

type Contradiction = { path: (string | number)[]; reason: string }

const slackDays = { betweenDateAndDays: 1, careBeforeFracture: 2 } as const

/** True when care is said not to have been tried although forms or days of care are recorded. */
export const contradictsNotTried = (patient: PatientFacts, assessedOn: Day): boolean =>
  patient.careResponse === 'not-tried' &&
  ((patient.careModalities?.length ?? 0) > 0 || (careDaysOf(patient, assessedOn) ?? 0) > 0)

/** Lists every way in which findings contradict themselves, by field, without repeating a value. */
export function contradictions(findings: Findings): Contradiction[] {
  const found: Contradiction[] = []
  addDaysAfterAssessment(found, findings)
  if (findings.patient) {
    addPainContradictions(found, findings.patient)
    addCareContradictions(found, findings, findings.patient)
  }
  addLevelsNamedTwice(found, findings)
  return found
}

const afterAssessment = 'is after the day of assessment; correct one of the two'

function addDaysAfterAssessment(
  found: Contradiction[],
  { assessedOn, patient, levels }: Findings,
): void {
  const assessed = dayNumber(assessedOn)
  const isAfter = (day: Day | undefined) => day !== undefined && dayNumber(day) > assessed
  if (isAfter(patient?.careStartedOn)) {
    found.push({ path: ['patient', 'careStartedOn'], reason: afterAssessment })
  }
  for (let index = 0; index < levels.length; index++) {
    const level = levels[index] as LevelFacts
    if (isAfter(level.onsetOn)) {
      found.push({ path: ['levels', index, 'onsetOn'], reason: afterAssessment })
    }
    if (isAfter(level.mriPerformedOn)) {
      found.push({ path: ['levels', index, 'mriPerformedOn'], reason: afterAssessment })
    }
  }
}

function addPainContradictions(
  found: Contradiction[],
  { painScore, painScale }: PatientFacts,
): void {
  if (painScore === undefined) return
  if (painScale === undefined) {
    found.push({
      path: ['patient', 'painScale'],
      reason: 'is needed with a pain score; name the scale the score was taken on',
    })
  } else if (painScale !== 'VAS-0-100' && painScore > 10) {
    found.push({
      path: ['patient', 'painScore'],
      reason: 'is outside its scale of 0 to 10; correct the score or name the other scale',
    })
  }
}

function addCareContradictions(
  found: Contradiction[],
  { assessedOn, levels }: Findings,
  patient: PatientFacts,
): void {
  const { careStartedOn, careDays: stated } = patient
  if (careStartedOn !== undefined && stated !== undefined) {
    const days = daysBetween(careStartedOn, assessedOn)
    if (Math.abs(days - stated) > slackDays.betweenDateAndDays) {
      found.push({
        path: ['patient', 'careDays'],
        reason: 'differs from the start of care by more than a day; correct one or leave one out',
      })
    }
  }
  if (contradictsNotTried(patient, assessedOn)) {
    found.push({
      path: ['patient', 'careResponse'],
      reason: 'says care was not tried, but care is recorded; correct one of the two',
    })
  }
  const days = careDaysOf(patient, assessedOn)
  const oldest = oldestFractureDays(levels, assessedOn) ?? Number.POSITIVE_INFINITY
  if (days !== undefined && days > oldest + slackDays.careBeforeFracture) {
    found.push({
      path: ['patient', careStartedOn === undefined ? 'careDays' : 'careStartedOn'],
      reason: 'is longer than the oldest fracture is old; correct the care or the onset',
    })
  }
}

function addLevelsNamedTwice(found: Contradiction[], { levels }: Findings): void {
  const nameOf = (index: number) => (levels[index] as LevelFacts).level
  const isNamedBefore = (index: number) => {
    for (let before = 0; before < index; before++) {
      if (nameOf(before) === nameOf(index)) return true
    }
    return false
  }
  for (let index = 1; index < levels.length; index++) {
    if (!isNamedBefore(index)) continue
    found.push({
      path: ['levels', index, 'level'],
      reason: 'is named twice; keep one entry a level',
    })
  }
}
