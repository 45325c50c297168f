import { careDaysOf } from '../contradictions.ts'
import { criterion } from '../criterion.ts'
import { addDays, writeDays } from '../day.ts'
import type { CareModality, PatientFacts } from '../findings.ts'
import { cite } from '../source.ts'

const asked = 'two to six weeks of failed medication, bracing or physical therapy were asked for'

const counting: readonly CareModality[] = [
  'pain-medication',
  'bracing',
  'physical-therapy',
  'injection',
  'unspecified',
]

const modalityNames = {
  'pain-medication': 'pain medication',
  bracing: 'bracing',
  'physical-therapy': 'physical therapy',
  'bed-rest': 'bed rest',
  injection: 'injection',
  other: 'other care',
  unspecified: 'care of a kind not stated',
} as const satisfies Record<CareModality, string>

const responseNames = {
  improving: 'is improving the pain',
  resolved: 'has resolved the pain',
  'not-tried': 'has not been tried',
  failed: 'has failed',
} as const

const modalitiesOf = ({ careModalities = [] }: Pick<PatientFacts, 'careModalities'>) =>
  careModalities.length === 0
    ? 'no form of care'
    : careModalities.map((modality) => modalityNames[modality]).join(', ')

type Care = Pick<PatientFacts, 'careResponse' | 'careModalities' | 'careStartedOn' | 'careDays'>

const durationRecorded = ({ careStartedOn, careDays }: Care) =>
  careStartedOn !== undefined || careDays !== undefined

const missingOf = (patient: Care) => [
  ...(durationRecorded(patient) ? [] : (['careStartedOn'] as const)),
  ...(patient.careModalities === undefined ? (['careModalities'] as const) : []),
  ...(patient.careResponse === undefined ? (['careResponse'] as const) : []),
]

const writeMissing = {
  careStartedOn: 'its duration',
  careModalities: 'what was tried',
  careResponse: 'how the pain responded',
} as const

/** Two to six weeks of medication, bracing or physical therapy have failed; the days run from the start of care. */
export const failedConservativeCare = criterion({
  id: 'failed-conservative-care',
  requires: 'Two to six weeks of medication, bracing or physical therapy have failed.',
  sources: [cite('S1', 4)],
  reading:
    'Days run from the start of care, not from the fracture. Less than two weeks is "not yet", with the day it can be met. Injections, and care whose kind is not stated, count; bed rest or other care alone go to a person. Beyond six weeks still meets, with a reminder to check that the fracture is active.',
  scope: 'patient',
  needs: { patient: ['careStartedOn', 'careModalities', 'careResponse'] },
  considers: { patient: ['careDays'], level: ['onsetOn'] },
  reasons: {
    'not-failed': {
      status: 'not-met',
      because: ({ patient }) =>
        `Conservative care ${responseNames[patient.careResponse ?? 'not-tried']}; ${asked}.`,
    },
    'not-long-enough': {
      status: 'not-met',
      notYet: true,
      because: ({ patient, assessedOn }) =>
        `Conservative care has run ${writeDays(careDaysOf(patient, assessedOn) ?? 0)}, not yet two weeks; ${asked}.`,
      canBeMetOn: ({ patient, assessedOn }, policy) =>
        addDays(assessedOn, policy.minimumCareDays - (careDaysOf(patient, assessedOn) ?? 0)),
    },
    'fracture-too-recent': {
      status: 'not-met',
      notYet: true,
      because: ({ oldestFractureDays = 0 }) =>
        `The fracture is ${writeDays(oldestFractureDays)} old, so care cannot have run two weeks yet; ${asked}.`,
      canBeMetOn: ({ assessedOn, oldestFractureDays = 0 }, policy) =>
        addDays(assessedOn, policy.minimumCareDays - oldestFractureDays),
    },
    'not-recorded': {
      status: 'unknown',
      because: ({ patient }) =>
        `Of conservative care, ${missingOf(patient)
          .map((fact) => writeMissing[fact])
          .join(' and ')} not recorded; ${asked}.`,
      missing: ({ patient }) => missingOf(patient),
    },
    'no-listed-care': {
      status: 'needs-review',
      because: ({ patient }) => `Care recorded as tried: ${modalitiesOf(patient)}; ${asked}.`,
    },
    failed: {
      status: 'met',
      because: ({ patient, assessedOn }) =>
        `${writeDays(careDaysOf(patient, assessedOn) ?? 0)} of ${modalitiesOf(patient)} have failed; ${asked}.`,
    },
  },
  judge: ({ patient, assessedOn, oldestFractureDays }, policy) => {
    const { careResponse, careModalities } = patient
    if (careResponse !== undefined && careResponse !== 'failed') return 'not-failed'
    const days = careDaysOf(patient, assessedOn)
    if (days === undefined) {
      return oldestFractureDays !== undefined && oldestFractureDays < policy.minimumCareDays
        ? 'fracture-too-recent'
        : 'not-recorded'
    }
    if (days < policy.minimumCareDays) return 'not-long-enough'
    if (careResponse === undefined || careModalities === undefined) return 'not-recorded'
    return careModalities.some((modality) => counting.includes(modality))
      ? 'failed'
      : 'no-listed-care'
  },
})
