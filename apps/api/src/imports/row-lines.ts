import type { ImportedReferral } from '../contract.ts'
import { sortNameOf } from '../referrals/sort-name.ts'
import {
  absent,
  booleanField,
  dayField,
  idBytes,
  idField,
  momentField,
  rowStart,
  sequenceToCome,
  textField,
  wholeField,
} from './copy-fields.ts'
import type { RowStanding } from './standing-of-row.ts'

/** What is the same in every row of an import. */
export type Common = { importId: string; byId: string; at: string }

/** A row that may be stored. */
export type StorableRow = { line: number; referral: ImportedReferral; standing: RowStanding }

/** A row as COPY takes it into each table; the sequences of the referral and of its event are to come. */
export type RowLines = {
  key: string
  patient: string
  referral: string
  evidence: string
  event: string
}

const columns = {
  key: 'line, patientId, mrn, birthDate, externalId',
  patient: 'id, mrn, familyName, givenName, birthDate, sex, createdById, createdAt',
  referral: `receivedSequence, changedSequence, patientId, id, externalId, referrerName, referrerOrganisation,
    referrerPhone, referrerFax, receivedOn, reason, priority, dueOn, facts, outcome, urgent, decisive, nextChangeOn,
    nextOutcome, readyOn, closesOn, screenedOn, rulesetHash, createdById, createdAt, changedAt, sortName`,
  evidence: 'id, referralId, facts, originKind, originName, originOn, enteredById, enteredAt',
  event: 'sequence, referralId, kind, what, to, byId, at',
} as const satisfies Record<keyof RowLines, string>

const named = (names: string) => `(${names.replaceAll(/\w+/g, '"$&"')})`

/** The columns of each table in the order of the fields. */
export const lineColumns = {
  key: named(columns.key),
  patient: named(columns.patient),
  referral: named(columns.referral),
  evidence: named(columns.evidence),
  event: named(columns.event),
} as const satisfies Record<keyof RowLines, string>

const startOf = (table: keyof RowLines) => rowStart(columns[table].split(',').length)
const starts = {
  key: startOf('key'),
  patient: startOf('patient'),
  referral: startOf('referral') + sequenceToCome + sequenceToCome,
  evidence: startOf('evidence'),
  event: startOf('event') + sequenceToCome,
} as const satisfies Record<keyof RowLines, string>

const afterLength = absent.length
const afterSequence = 2 + sequenceToCome.length

/** Where in a row the bytes of its sequences and of its patient's or its referral's id stand. */
export const places = {
  referral: {
    sequences: [2 + afterLength, afterSequence + afterLength],
    patientId: afterSequence + sequenceToCome.length + afterLength,
  },
  event: { sequence: 2 + afterLength, referralId: afterSequence + afterLength },
} as const

const origin = textField('document') + textField('Import')
const happened = textField('imported') + textField('Imported from a file')

/** Writes what is derived of a referral. */
const derived = ({ kept, columns }: RowStanding) =>
  textField(kept && JSON.stringify(kept)) +
  textField(columns.outcome) +
  booleanField(columns.urgent) +
  textField(JSON.stringify(columns.decisive)) +
  dayField(columns.nextChangeOn) +
  textField(columns.nextOutcome) +
  dayField(columns.readyOn) +
  dayField(columns.closesOn) +
  dayField(columns.screenedOn) +
  textField(columns.rulesetHash)

const received = (referral: ImportedReferral['referral']) =>
  textField(referral.externalId) +
  textField(referral.referrerName) +
  textField(referral.organisation) +
  textField(referral.phone) +
  textField(referral.fax) +
  dayField(referral.receivedOn) +
  textField(referral.reason) +
  textField(referral.priority ?? 'routine') +
  dayField(referral.dueOn)

const known = ({ mrn, familyName, givenName, birthDate, sex }: ImportedReferral['patient']) =>
  textField(mrn) +
  textField(familyName) +
  textField(givenName) +
  dayField(birthDate) +
  textField(sex)

/** Makes the writer of rows for each table, under new ids. */
export function rowWriter({ importId, byId, at }: Common, newId: () => string) {
  const by = idField(idBytes(byId))
  const moment = momentField(at)
  return (row: StorableRow): RowLines => {
    const { patient, referral, findings } = row.referral
    const patientBytes = newId()
    const [patientId, referralId] = [idField(patientBytes), idField(newId())]
    const to = JSON.stringify({ state: 'new', import: importId, line: row.line })
    const from = origin + dayField(referral.receivedOn)
    const evidence = () =>
      idField(newId()) + referralId + textField(JSON.stringify(findings)) + from + by + moment
    return {
      key: keyLine(row, patientBytes),
      patient: starts.patient + patientId + known(patient) + by + moment,
      referral: `${starts.referral}${patientId}${referralId}${received(referral)}${derived(row.standing)}${by}${moment}${moment}${textField(sortNameOf(patient))}`,
      evidence: findings ? starts.evidence + evidence() : '',
      event: starts.event + referralId + happened + textField(to) + by + moment,
    }
  }
}

/** Writes what a row is judged by against what is stored and against the other rows. */
export const keyLine = ({ line, referral }: StorableRow, patientId: string): string =>
  starts.key +
  wholeField(line) +
  idField(patientId) +
  textField(referral.patient.mrn) +
  dayField(referral.patient.birthDate) +
  textField(referral.referral.externalId)
