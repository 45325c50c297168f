import { type Day, daysBetween } from './day.ts'
import type { Findings, PatientFacts } from './findings.ts'

type Contradiction = { path: (string | number)[]; reason: string }

const slackDays = { betweenDateAndDays: 1, careBeforeFracture: 2 } as const

/** Gives the days of conservative care: from its start to the day of assessment, else as stated, else undefined. */
export const careDaysOf = (patient: PatientFacts, assessedOn: Day): number | undefined =>
  patient.careStartedOn === undefined
    ? patient.careDays
    : daysBetween(patient.careStartedOn, assessedOn)

/** True when care is said not to have been tried although forms or days of care are recorded. */
export const contradictsNotTried = (patient: PatientFacts, assessedOn: Day): boolean =>
  patient.careResponse === 'not-tried' &&
  ((patient.careModalities?.length ?? 0) > 0 || (careDaysOf(patient, assessedOn) ?? 0) > 0)

/** Lists every way in which findings contradict themselves, by field, without repeating a value. */
export function contradictions(findings: Findings): Contradiction[] {
  return [
    ...daysAfterAssessment(findings),
    ...painContradictions(findings.patient ?? {}),
    ...careContradictions(findings),
    ...levelsNamedTwice(findings),
  ]
}

function daysAfterAssessment({ assessedOn, patient, levels }: Findings): Contradiction[] {
  const dated: [Contradiction['path'], Day | undefined][] = [
    [['patient', 'careStartedOn'], patient?.careStartedOn],
    ...levels.flatMap(({ onsetOn, mriPerformedOn }, index): typeof dated => [
      [['levels', index, 'onsetOn'], onsetOn],
      [['levels', index, 'mriPerformedOn'], mriPerformedOn],
    ]),
  ]
  return dated
    .filter(([, day]) => day !== undefined && day > assessedOn)
    .map(([path]) => ({ path, reason: 'is after the day of assessment; correct one of the two' }))
}

function painContradictions(patient: PatientFacts): Contradiction[] {
  const { painScore, painScale } = patient
  if (painScore === undefined) return []
  if (painScale === undefined) {
    return [
      {
        path: ['patient', 'painScale'],
        reason: 'is needed with a pain score; name the scale the score was taken on',
      },
    ]
  }
  if (painScale !== 'VAS-0-100' && painScore > 10) {
    return [
      {
        path: ['patient', 'painScore'],
        reason: 'is outside its scale of 0 to 10; correct the score or name the other scale',
      },
    ]
  }
  return []
}

function careContradictions({ assessedOn, patient = {}, levels }: Findings): Contradiction[] {
  const found: Contradiction[] = []
  const { careStartedOn, careDays: stated } = patient
  const days = careDaysOf(patient, assessedOn)
  if (careStartedOn !== undefined && stated !== undefined && days !== undefined) {
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
  const ages = levels.map(({ onsetOn }) =>
    onsetOn === undefined ? Number.POSITIVE_INFINITY : daysBetween(onsetOn, assessedOn),
  )
  const oldest = ages.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ages)
  if (days !== undefined && days > oldest + slackDays.careBeforeFracture) {
    found.push({
      path: ['patient', careStartedOn === undefined ? 'careDays' : 'careStartedOn'],
      reason: 'is longer than the oldest fracture is old; correct the care or the onset',
    })
  }
  return found
}

function levelsNamedTwice({ levels }: Findings): Contradiction[] {
  return levels.flatMap(({ level }, index) =>
    levels.findIndex((other) => other.level === level) < index
      ? [{ path: ['levels', index, 'level'], reason: 'is named twice; keep one entry a level' }]
      : [],
  )
}
