import { type Fact, questions } from '@kyphoscreen/rules'
import type { WorklistRow } from '../contract.ts'

type Column = readonly [title: string, value: (row: WorklistRow) => string | null]

const nameOf = (fact: string) => questions[fact as Fact]?.short ?? fact

const missing = ({ decisive }: WorklistRow) =>
  decisive
    .map(({ fact, level }) => (level === null ? nameOf(fact) : `${nameOf(fact)} (${level})`))
    .join('; ')

/** The columns of an exported list, in their order. */
export const exportColumns: readonly Column[] = [
  ['MRN', ({ patient }) => patient.mrn],
  ['Family name', ({ patient }) => patient.familyName],
  ['Given name', ({ patient }) => patient.givenName],
  ['Born', ({ patient }) => patient.birthDate],
  ['Sex', ({ patient }) => patient.sex],
  ['Referrer', ({ referrerName }) => referrerName],
  ['Organisation', ({ referrerOrganisation }) => referrerOrganisation],
  ['Received', ({ receivedOn }) => receivedOn],
  ['Priority', ({ priority }) => priority],
  ['State', ({ state }) => state],
  ['Owner', ({ owner }) => owner?.displayName ?? null],
  ['Due', ({ dueOn }) => dueOn],
  ['Outcome', ({ outcome }) => outcome ?? 'withheld'],
  ['Outcome since', ({ screenedOn }) => screenedOn],
  ['Outcome out of date', ({ outOfDate }) => (outOfDate ? 'yes' : 'no')],
  ['Urgent', ({ urgent }) => (urgent ? 'yes' : 'no')],
  ['Conflicts', ({ conflicts }) => String(conflicts)],
  ['Decisive missing facts', missing],
  ['Next change', ({ nextChangeOn }) => nextChangeOn],
  ['Then', ({ nextOutcome }) => nextOutcome],
  ['Because', ({ nextReason }) => nextReason],
  ['Becomes ready', ({ readyOn }) => readyOn],
  ['Window closes', ({ closesOn }) => closesOn],
  ['Last changed', ({ changedAt }) => changedAt],
  ['Referral', ({ id }) => id],
]
