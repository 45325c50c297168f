import type { Seen } from './criterion.ts'
import type { Fact, LevelFacts, PatientFacts } from './facts.ts'
import { policy } from './policy.ts'

/** One class of answers to a question, in words, with a recorded value that stands for the class. */
export type Answer<Recorded> = { readonly answer: string; readonly recorded: Readonly<Recorded> }

type OfPatient = readonly Answer<Partial<PatientFacts>>[]
type OfLevel = readonly Answer<Partial<LevelFacts>>[]

const { minimumCareDays, greyPainFrom, severePainFrom } = policy
const painScale = 'NRS-0-10'

/** The classes of answers to each level's fact that a criterion can wait for; within a class every answer is judged alike. */
export const levelAnswers = {
  mriFinding: [
    { answer: 'acute or subacute', recorded: { mriFinding: 'acute' } },
    { answer: 'chronic', recorded: { mriFinding: 'chronic' } },
    { answer: 'of indeterminate age', recorded: { mriFinding: 'indeterminate' } },
    { answer: 'no fracture', recorded: { mriFinding: 'no-fracture' } },
  ],
  retropulsion: [
    { answer: 'none', recorded: { retropulsion: 'none' } },
    { answer: 'mild, or its size not stated', recorded: { retropulsion: 'mild' } },
    { answer: 'significant', recorded: { retropulsion: 'significant' } },
  ],
} as const satisfies Partial<Record<Fact, OfLevel>>

/** The classes of answers to each patient's fact that a criterion can wait for. */
export const patientAnswers = {
  careStartedOn: [
    { answer: `less than ${minimumCareDays} days`, recorded: { careDays: 0 } },
    { answer: `${minimumCareDays} days or more`, recorded: { careDays: minimumCareDays } },
  ],
  careModalities: [
    {
      answer: 'medication, bracing, physical therapy, injection, or a kind not stated',
      recorded: { careModalities: ['unspecified'] },
    },
    { answer: 'only bed rest or other care, or none', recorded: { careModalities: [] } },
  ],
  careResponse: [
    { answer: 'failed', recorded: { careResponse: 'failed' } },
    { answer: 'improving or resolved', recorded: { careResponse: 'improving' } },
    { answer: 'not tried', recorded: { careResponse: 'not-tried' } },
  ],
  painScore: [
    { answer: `under ${greyPainFrom} of 10`, recorded: { painScore: 0, painScale } },
    {
      answer: `${greyPainFrom} up to ${severePainFrom} of 10`,
      recorded: { painScore: greyPainFrom, painScale },
    },
    {
      answer: `${severePainFrom} of 10 or more`,
      recorded: { painScore: severePainFrom, painScale },
    },
  ],
  qualityOfLifeLimited: [
    { answer: 'yes', recorded: { qualityOfLifeLimited: true } },
    { answer: 'no', recorded: { qualityOfLifeLimited: false } },
  ],
  painFromFracture: [
    { answer: 'yes', recorded: { painFromFracture: true } },
    { answer: 'no', recorded: { painFromFracture: false } },
  ],
} as const satisfies Partial<Record<Fact, OfPatient>>

type AskedLevelFact = keyof typeof levelAnswers
type AskedPatientFact = keyof typeof patientAnswers

/** A fact that a criterion can wait for. */
export type AskedFact = AskedLevelFact | AskedPatientFact

const isAskedOfLevel = (fact: AskedFact): fact is AskedLevelFact => fact in levelAnswers

/** Lists the classes of answers to a fact. */
export const answersTo = (fact: AskedFact): readonly Answer<object>[] =>
  isAskedOfLevel(fact) ? levelAnswers[fact] : patientAnswers[fact]

/** Records one class of answers to a fact; a new MRI finding takes the place of an older MRI's date, finding and edema. */
export function recordAnswer(seen: Seen, fact: AskedFact, { recorded }: Answer<object>): Seen {
  if (!isAskedOfLevel(fact)) return { ...seen, patient: { ...seen.patient, ...recorded } }
  const { mriPerformedOn, mriMarrowEdema, ...withoutMri } = seen.level
  const level = fact === 'mriFinding' ? withoutMri : seen.level
  return { ...seen, level: { ...level, ...recorded } }
}
