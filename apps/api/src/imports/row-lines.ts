import type { ImportedReferral } from '../contract.ts'
import { sortNameOf } from '../referrals/sort-name.ts'
import { copyLine } from './copy-text.ts'
import type { RowStanding } from './standing-of-row.ts'

/** What is the same in every row of an import. */
export type Common = { importId: string; byId: string; at: string }

/** A row that may be stored. */
export type StorableRow = { line: number; referral: ImportedReferral; standing: RowStanding }

/** A row as COPY takes it into each table; the line of the referral and of its event lack their first columns. */
export type RowLines = {
  key: string
  patient: string
  referral: string
  evidence: string
  event: string
}

const named = (names: string) => `(${names.replaceAll(/\w+/g, '"$&"')})`

/** The columns of each table in the order of the lines; what is there first is known only when a row is judged. */
export const lineColumns = {
  key: named('line, patientId, mrn, birthDate, externalId'),
  patient: named('mrn, id, familyName, givenName, birthDate, sex, createdById, createdAt'),
  referral: named(
    `receivedSequence, changedSequence, patientId, sortName,
    id, externalId, referrerName, referrerOrganisation, referrerPhone, referrerFax, receivedOn, reason, priority, dueOn,
    facts, outcome, urgent, decisive, nextChangeOn, nextOutcome, readyOn, closesOn, screenedOn, rulesetHash,
    createdById, createdAt, changedAt`,
  ),
  evidence: named(
    'id, referralId, facts, originKind, originName, originOn, enteredById, enteredAt',
  ),
  event: named('sequence, referralId, kind, what, to, byId, at'),
} as const satisfies Record<keyof RowLines, string>

const referralLine = (
  { referral: { patient, referral: told }, standing: { kept, columns } }: StorableRow,
  { byId, at }: Common,
  { patientId, referralId }: { patientId: string; referralId: string },
) =>
  copyLine([
    ...[patientId, sortNameOf(patient), referralId, told.externalId, told.referrerName],
    ...[told.organisation, told.phone, told.fax, told.receivedOn, told.reason],
    ...[told.priority ?? 'routine', told.dueOn, kept && JSON.stringify(kept)],
    ...[columns.outcome, columns.urgent, JSON.stringify(columns.decisive)],
    ...[columns.nextChangeOn, columns.nextOutcome, columns.readyOn, columns.closesOn],
    ...[columns.screenedOn, columns.rulesetHash, byId, at, at],
  ])

/** Writes a row for each table, under new ids. */
export function rowLines(row: StorableRow, common: Common, newId: () => string): RowLines {
  const { line, referral: told } = row
  const { patient, referral, findings } = told
  const { importId, byId, at } = common
  const [patientId, referralId] = [newId(), newId()]
  const { mrn, familyName, givenName, birthDate, sex } = patient
  const to = JSON.stringify({ state: 'new', import: importId, line })
  const facts = findings && JSON.stringify(findings)
  const origin = ['document', 'Import', referral.receivedOn]
  return {
    key: keyLine(row, patientId),
    patient: copyLine([mrn, patientId, familyName, givenName, birthDate, sex, byId, at]),
    referral: referralLine(row, common, { patientId, referralId }),
    evidence: facts ? copyLine([newId(), referralId, facts, ...origin, byId, at]) : '',
    event: copyLine([referralId, 'imported', 'Imported from a file', to, byId, at]),
  }
}

/** Writes what a row is judged by against what is stored and against the other rows. */
export const keyLine = ({ line, referral }: StorableRow, patientId: string): string => {
  const { mrn, birthDate } = referral.patient
  return copyLine([line, patientId, mrn, birthDate, referral.referral.externalId])
}
