import type { ImportedReferral } from '../contract.ts'
import { copyLine } from './copy-text.ts'
import type { RowStanding } from './standing-of-row.ts'

type Value = string | number | boolean | null
type Source = {
  line: number
  referral: ImportedReferral
  standing: RowStanding
  newId: () => string
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** The columns of the table that rows are staged in: what they are in SQL, and how a row fills them. */
const columns: readonly [name: string, type: string, value: (row: Source) => Value][] = [
  ['line', 'int', ({ line }) => line],
  ['referralId', 'uuid', ({ newId }) => newId()],
  ['evidenceId', 'uuid', ({ newId, referral }) => (referral.findings ? newId() : null)],
  ['patientId', 'uuid', ({ newId }) => newId()],
  ['mrn', 'text', ({ referral: { patient } }) => patient.mrn],
  ['familyName', 'text', ({ referral: { patient } }) => patient.familyName],
  ['givenName', 'text', ({ referral: { patient } }) => patient.givenName],
  ['birthDate', 'date', ({ referral: { patient } }) => patient.birthDate],
  ['sex', '"Sex"', ({ referral: { patient } }) => patient.sex],
  ['externalId', 'text', ({ referral: { referral } }) => referral.externalId],
  ['referrerName', 'text', ({ referral: { referral } }) => referral.referrerName],
  ['referrerOrganisation', 'text', ({ referral: { referral } }) => referral.organisation ?? null],
  ['referrerPhone', 'text', ({ referral: { referral } }) => referral.phone ?? null],
  ['referrerFax', 'text', ({ referral: { referral } }) => referral.fax ?? null],
  ['receivedOn', 'date', ({ referral: { referral } }) => referral.receivedOn],
  ['reason', 'text', ({ referral: { referral } }) => referral.reason],
  ['priority', 'text', ({ referral: { referral } }) => referral.priority ?? 'routine'],
  ['dueOn', 'date', ({ referral: { referral } }) => referral.dueOn ?? null],
  ['evidence', 'jsonb', ({ referral: { findings } }) => json(findings ?? null)],
  ['facts', 'jsonb', ({ standing }) => json(standing.kept)],
  ['outcome', 'text', ({ standing }) => standing.columns.outcome],
  ['urgent', 'boolean', ({ standing }) => standing.columns.urgent],
  ['decisive', 'jsonb', ({ standing }) => json(standing.columns.decisive)],
  ['nextChangeOn', 'date', ({ standing }) => standing.columns.nextChangeOn],
  ['nextOutcome', 'text', ({ standing }) => standing.columns.nextOutcome],
  ['readyOn', 'date', ({ standing }) => standing.columns.readyOn],
  ['closesOn', 'date', ({ standing }) => standing.columns.closesOn],
]

/** The staging table's columns as SQL declares them. */
export const stagedColumns: string = columns.map(([name, type]) => `"${name}" ${type}`).join(', ')

/** Writes a row as COPY takes it into the staging table. */
export const stagedLine = (row: Source): string =>
  copyLine(columns.map(([, , value]) => value(row)))
