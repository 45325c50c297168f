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

const agesThatMatter = [0, adultFrom, oldest + 1]

/** Gives the days that lie in the facts, or follow from them. */
function* daysIn({ levels, patient, careDaysOn }: KeptFacts, careGoesOn: boolean): Generator<Day> {
  for (const { onsetOn, mriPerformedOn } of levels) {
    if (onsetOn !== undefined) yield onsetOn
    if (mriPerformedOn !== undefined) yield mriPerformedOn
  }
  const { careStartedOn, careResponse, careDays = 0 } = patient
  if (careStartedOn !== undefined) {
    yield careStartedOn
    if (careResponse === 'not-tried') yield addDays(careStartedOn, 1)
  }
  if (!careGoesOn) return
  const began = addDays(careDaysOn ?? '', -careDays)
  yield began
  yield addDays(began, longestCareDays + 1)
}

/**
 * Lists the days after a day on which the calendar can change what the facts amount to, beyond what the rules foresee
 * from findings alone: birthdays that matter, days that lie ahead in a source, and days from which facts contradict each other.
 */
export function turningDaysAfter(after: Day, kept: KeptFacts, birthDate: Day): Day[] {
  const days: Day[] = []
  for (const age of agesThatMatter) {
    if (ageOn(birthDate, after) < age) days.push(birthdayOf(birthDate, age))
  }
  for (const day of daysIn(kept, careGoesOn(kept))) {
    if (day > after && !days.includes(day)) days.push(day)
  }
  return days.sort()
}
