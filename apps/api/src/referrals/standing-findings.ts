import {
  addDays,
  checkFindings,
  type Day,
  daysBetween,
  type Findings,
  type Refusal,
  refusalsOf,
} from '@kyphoscreen/rules'
import type { KeptFacts } from './evidence-kept.ts'
import { ageOn, birthdayOf } from './standing-birthdays.ts'

/** The findings of a day, or why the facts cannot be findings of it. */
export type FindingsOfDay =
  | { accepted: true; findings: Findings }
  | { accepted: false; refusals: Refusal[] }

const careGoesOn = ({ patient, careDaysOn }: KeptFacts) =>
  patient.careDays !== undefined && careDaysOn !== null && patient.careResponse !== 'not-tried'

function patientOn(kept: KeptFacts, birthDate: Day, on: Day): object {
  const { patient, careDaysOn } = kept
  const known = { ...patient, ageYears: ageOn(birthDate, on) }
  if (!careGoesOn(kept)) return known
  return { ...known, careDays: (patient.careDays ?? 0) + daysBetween(careDaysOn ?? on, on) }
}

/** Gives the findings that the kept facts make on a day: the patient has the age of that day, and care has gone on until it. */
export function findingsOn(kept: KeptFacts, birthDate: Day, on: Day): FindingsOfDay {
  const read = checkFindings({
    assessedOn: on,
    patient: patientOn(kept, birthDate, on),
    levels: kept.levels,
  })
  return read.success
    ? { accepted: true, findings: read.data }
    : { accepted: false, refusals: refusalsOf(read.error) }
}

const adultFrom = 18
const oldest = 130
const longestCareDays = 36_500

const careBegan = (kept: KeptFacts): Day[] =>
  careGoesOn(kept) ? [addDays(kept.careDaysOn ?? '', -(kept.patient.careDays ?? 0))] : []

/**
 * Lists the days on which the calendar can change what the facts amount to, beyond what the rules foresee from
 * findings alone: birthdays that matter, days that lie ahead in a source, and days from which facts contradict each other.
 */
export function turningDays(kept: KeptFacts, birthDate: Day): Day[] {
  const { careStartedOn, careResponse } = kept.patient
  const dated = kept.levels.flatMap(({ onsetOn, mriPerformedOn }) => [onsetOn, mriPerformedOn])
  const days = [
    birthDate,
    birthdayOf(birthDate, adultFrom),
    birthdayOf(birthDate, oldest + 1),
    ...[...dated, careStartedOn].filter((day) => day !== undefined),
    ...careBegan(kept).flatMap((began) => [began, addDays(began, longestCareDays + 1)]),
    ...(careStartedOn !== undefined && careResponse === 'not-tried'
      ? [addDays(careStartedOn, 1)]
      : []),
  ]
  return [...new Set(days)].sort()
}
