import type { ImportedReferral } from '../contract.ts'
import { sortNameOf } from '../referrals/sort-name.ts'
import {
  booleanField,
  dayField,
  idBytes,
  idField,
  momentField,
  textField,
  wholeField,
} from './copy-fields.ts'
import { type RowLines, starts } from './row-columns.ts'
import type { RowStanding } from './standing-of-row.ts'

/** What is the same in every row of an import. */
export type Common = { importId: string; byId: string; at: string }

/** A row that may be stored. */
export type StorableRow = { line: number; referral: ImportedReferral; standing: RowStanding }

/** The facts of a row in JSON. */
type FactsWritten = { levels: string | undefined; patient: string | undefined }

const origin = textField('document') + textField('Import')
const happened = textField('imported') + textField('Imported from a file')

const writtenFacts = ({ findings }: ImportedReferral): FactsWritten => ({
  levels: JSON.stringify(findings?.levels),
  patient: JSON.stringify(findings?.patient),
})

const evidenceJson = ({ levels, patient }: FactsWritten) => {
  const parts = [levels && `"levels":${levels}`, patient && `"patient":${patient}`]
  return `{${parts.filter((part) => part !== undefined).join(',')}}`
}

/** Writes the facts that are kept, for the most part as they were told. */
function keptJson(
  { referral: { findings }, standing: { kept } }: StorableRow,
  { levels, patient = '{}' }: FactsWritten,
) {
  if (kept === null) return null
  const told = findings?.patient === undefined || kept.patient === findings.patient
  const facts = told ? patient : JSON.stringify(kept.patient)
  return `{"levels":${levels},"patient":${facts},"careDaysOn":${JSON.stringify(kept.careDaysOn)}}`
}

/** Writes what is derived of a referral. */
const derived = ({ columns }: RowStanding) =>
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
    const facts = writtenFacts(row.referral)
    const evidence = () =>
      idField(newId()) + referralId + textField(evidenceJson(facts)) + from + by + moment
    return {
      key: keyLine(row, patientBytes),
      patient: starts.patient + patientId + known(patient) + by + moment,
      referral: `${starts.referral}${patientId}${referralId}${received(referral)}${textField(keptJson(row, facts))}${derived(row.standing)}${by}${moment}${moment}${textField(sortNameOf(patient))}`,
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
