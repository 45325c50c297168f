import { countingCare } from '../criteria/failed-conservative-care.ts'
import type { Seen } from '../criterion.ts'
import { careDaysOf } from '../days-elapsed.ts'
import { CareModality, CareResponse } from '../facts.ts'
import { policy } from '../policy.ts'
import type { Question } from './decision-table.ts'
import { daysAgo, type TriedFacts, triesOfPatient } from './seen-together.ts'

type Asked = Question<TriedFacts, Seen>

const { minimumCareDays: minimum, typicalCareDays: typical } = policy

const response: Asked = {
  asks: 'Response to care',
  tries: triesOfPatient('careResponse', CareResponse.options),
  classes: {
    'not recorded': ({ patient }) => patient.careResponse === undefined,
    improving: ({ patient }) => patient.careResponse === 'improving',
    resolved: ({ patient }) => patient.careResponse === 'resolved',
    'not tried': ({ patient }) => patient.careResponse === 'not-tried',
    failed: ({ patient }) => patient.careResponse === 'failed',
  },
}

const daysOf = ({ patient, assessedOn }: Seen) => careDaysOf(patient, assessedOn)
const tried = [0, minimum - 1, minimum, typical, typical + 1, 400]

const time: Asked = {
  asks: 'Days of care',
  tries: [
    ...triesOfPatient('careDays', tried),
    ...tried.map((days) => ({ patient: { careStartedOn: daysAgo(days) } })),
    { patient: { careStartedOn: daysAgo(minimum), careDays: minimum - 1 } },
    { patient: { careStartedOn: daysAgo(minimum - 1), careDays: minimum } },
  ],
  classes: {
    'not recorded': (seen) => daysOf(seen) === undefined,
    [`under ${minimum}`]: (seen) => (daysOf(seen) ?? minimum) < minimum,
    [`${minimum} or more`]: (seen) => (daysOf(seen) ?? 0) >= minimum,
  },
}

const isYoung = ({ oldestFractureDays: age }: Seen) => age !== undefined && age < minimum

const oldest: Asked = {
  asks: 'Onsets',
  tries: [{}, ...[0, minimum - 1, minimum, 400].map((days) => ({ oldestFractureDays: days }))],
  classes: {
    [`all recorded, the oldest under ${minimum} days ago`]: isYoung,
    'any other': (seen) => !isYoung(seen),
  },
}

const countsIn = ({ patient }: Seen) =>
  patient.careModalities?.some((form) => countingCare.includes(form))

const forms: Asked = {
  asks: 'Care tried',
  tries: triesOfPatient('careModalities', [
    [],
    ...CareModality.options.map((form) => [form]),
    ['bed-rest', 'other'],
    ['bed-rest', 'bracing'],
  ]),
  classes: {
    'not recorded': (seen) => countsIn(seen) === undefined,
    'only bed rest or other, or none named': (seen) => countsIn(seen) === false,
    'medication, bracing, physical therapy, injection, or of a kind not stated': (seen) =>
      countsIn(seen) === true,
  },
}

/** What is asked of conservative care. */
export const questionsOfCare: readonly Asked[] = [response, time, oldest, forms]
