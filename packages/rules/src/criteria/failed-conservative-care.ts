import { criterion } from '../criterion.ts'
import { addDays, type Day, writeDay, writeDays } from '../day.ts'
import { careDaysOf } from '../days-elapsed.ts'
import type { CareModality, PatientFacts } from '../facts.ts'
import { type Policy, policy } from '../policy.ts'
import { writeList } from '../sentence.ts'
import { cite, citing } from '../source.ts'

const asked = 'two to six weeks of failed medication, bracing or physical therapy were asked for'

/** The forms of care that count; any of them is enough. */
export const countingCare: readonly CareModality[] = [
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

const modalitiesOf = ({ careModalities = [] }: Pick<PatientFacts, 'careModalities'>) =>
  careModalities.length === 0
    ? 'no form of care'
    : writeList(
        careModalities
          .filter((modality, place) => careModalities.indexOf(modality) === place)
          .map((modality) => modalityNames[modality]),
      )

type Care = Pick<PatientFacts, 'careResponse' | 'careModalities' | 'careStartedOn' | 'careDays'>

const durationRecorded = ({ careStartedOn, careDays }: Care) =>
  careStartedOn !== undefined || careDays !== undefined

const missingOf = (patient: Care) => [
  ...(durationRecorded(patient) ? [] : (['careStartedOn'] as const)),
  ...(patient.careModalities === undefined ? (['careModalities'] as const) : []),
  ...(patient.careResponse === undefined ? (['careResponse'] as const) : []),
]

const sinceDays = (patient: Care, assessedOn: Day) => careDaysOf(patient, assessedOn) ?? 0

const writeMissing = {
  careStartedOn: 'how long conservative care has run',
  careModalities: 'what was tried',
  careResponse: 'how the pain responded',
} as const

function partlyRecorded(patient: Care, assessedOn: Day): string {
  const gap = writeList(
    missingOf(patient).map((fact) => writeMissing[fact]),
    'or',
  )
  const recorded = [
    durationRecorded(patient) ? writeDays(sinceDays(patient, assessedOn)) : '',
    patient.careModalities === undefined ? '' : modalitiesOf(patient),
    patient.careResponse === 'failed' ? 'that it failed' : '',
  ].filter((part) => part !== '')
  return recorded.length === 0
    ? `It is not recorded ${gap}`
    : `Recorded of conservative care: ${recorded.join('; ')}; but not ${gap}`
}

const twoWeeksAfter = (day: Day, alreadyRun: number, numbers: Policy) =>
  addDays(day, numbers.minimumCareDays - alreadyRun)

/** Two to six weeks of medication, bracing or physical therapy have failed; the days run from the start of care. */
export const failedConservativeCare = criterion({
  id: 'failed-conservative-care',
  requires: 'Two to six weeks of medication, bracing or physical therapy have failed.',
  sources: citing(cite('S1', 4)),
  reading: `Days run from the start of care, not from the fracture. Less than two weeks (${policy.minimumCareDays} days) is "not yet", with the day it can be met; care stated in days is taken to run on. Injections, and care whose kind is not stated, count; bed rest or other care alone go to a person. Beyond six weeks (${policy.typicalCareDays} days) still meets, with a reminder to check that the fracture is active.`,
  scope: 'patient',
  needs: { patient: ['careStartedOn', 'careModalities', 'careResponse'] },
  considers: { patient: ['careDays'], level: ['onsetOn'] },
  reasons: {
    improving: {
      status: 'not-met',
      because: () => `Conservative care is recorded as improving the pain; ${asked}.`,
      wouldChange: () =>
        'A later assessment, at which care has failed and the pain is severe, would change this.',
    },
    resolved: {
      status: 'not-met',
      because: () => `Conservative care is recorded as having resolved the pain; ${asked}.`,
      wouldChange: () =>
        'A later assessment, at which the pain has come back and two weeks of care have failed, would change this.',
    },
    'not-tried': {
      status: 'not-met',
      tells: ['assessedOn'],
      because: () => `Conservative care is recorded as not tried; ${asked}.`,
      wouldChange: ({ assessedOn }, numbers) =>
        `Two weeks of medication, bracing or physical therapy that fail would change this: started on the day of assessment, they are complete on ${writeDay(twoWeeksAfter(assessedOn, 0, numbers))}.`,
    },
    'not-long-enough': {
      status: 'not-met',
      tells: ['assessedOn', 'daysInCare'],
      notYet: true,
      because: ({ patient, assessedOn }) =>
        `Conservative care has run ${writeDays(sinceDays(patient, assessedOn))}, not yet two weeks; ${asked}.`,
      canBeMetOn: ({ patient, assessedOn }, numbers) =>
        twoWeeksAfter(assessedOn, sinceDays(patient, assessedOn), numbers),
      wouldChange: ({ patient, assessedOn }, numbers) =>
        `Two full weeks of care that fail would change this: assess again from ${writeDay(twoWeeksAfter(assessedOn, sinceDays(patient, assessedOn), numbers))}.`,
    },
    'fracture-too-recent': {
      status: 'not-met',
      tells: ['assessedOn', 'oldestFractureDays'],
      notYet: true,
      because: ({ oldestFractureDays = 0 }) =>
        `The oldest onset recorded was ${writeDays(oldestFractureDays)} ago, so care cannot have run two weeks yet; ${asked}.`,
      canBeMetOn: ({ assessedOn, oldestFractureDays = 0 }, numbers) =>
        twoWeeksAfter(assessedOn, oldestFractureDays, numbers),
      wouldChange: ({ assessedOn, oldestFractureDays = 0 }, numbers) =>
        `Two full weeks of care that fail would change this: record when care started, and assess again from ${writeDay(twoWeeksAfter(assessedOn, oldestFractureDays, numbers))}.`,
    },
    'not-recorded': {
      status: 'unknown',
      tells: ['careResponse', 'careModalities', 'daysInCare'],
      because: ({ patient, assessedOn }) => `${partlyRecorded(patient, assessedOn)}; ${asked}.`,
      missing: ({ patient }) => missingOf(patient),
    },
    'no-listed-care': {
      status: 'needs-review',
      tells: ['careModalities', 'daysInCare'],
      because: ({ patient, assessedOn }) =>
        `${writeDays(sinceDays(patient, assessedOn))} of care have failed, with ${modalitiesOf(patient)} recorded as tried; ${asked}.`,
    },
    failed: {
      status: 'met',
      tells: ['careModalities', 'daysInCare'],
      because: ({ patient, assessedOn }) =>
        `${writeDays(sinceDays(patient, assessedOn))} of ${modalitiesOf(patient)} have failed; ${asked}.`,
    },
  },
  judge: ({ patient, assessedOn, oldestFractureDays }, policy) => {
    const { careResponse, careModalities } = patient
    if (careResponse !== undefined && careResponse !== 'failed') return careResponse
    const days = careDaysOf(patient, assessedOn)
    if (days === undefined) {
      return oldestFractureDays !== undefined && oldestFractureDays < policy.minimumCareDays
        ? 'fracture-too-recent'
        : 'not-recorded'
    }
    if (days < policy.minimumCareDays) return 'not-long-enough'
    if (careResponse === undefined || careModalities === undefined) return 'not-recorded'
    return careModalities.some((modality) => countingCare.includes(modality))
      ? 'failed'
      : 'no-listed-care'
  },
})
