import { sortNameOf } from '../referrals/sort-name.ts'
import { type CopyLines, lineOf, linesAfter, someLines } from './copy-lines.ts'
import { escaped } from './copy-text.ts'
import { otherVerdicts } from './judge-sql.ts'
import type { ReadPiece } from './piece-reader.ts'
import { lineColumns } from './row-lines.ts'
import { copyIn, copyKeys, type Session } from './session.ts'

/** What became of the rows of a piece, and the lines whose patient has another birth date. */
export type StoredRows = {
  imported: number
  skipped: number
  patients: number
  otherBirthDates: number[]
}

/** A row that is not simply stored with a new patient: its patient, when known by which name, else of which line. */
type Other = {
  line: number
  verdict: 'open' | 'there' | 'other-birth-date'
  patientId: string
  firstLine: number
  familyName: string | null
  givenName: string | null
}

const tab = 9

const byBytes = (lines: CopyLines) => (one: number, other: number) =>
  Buffer.compare(lineOf(lines, one), lineOf(lines, other))

/** Makes the first columns of referrals: two sequences, the patient and the name to sort by. */
function firstOfReferral(piece: ReadPiece, others: ReadonlyMap<number, Other>, numbers: string[]) {
  const ownName = (line: Buffer) => {
    const from = line.indexOf(tab) + 1
    return line.toString('utf8', from, line.indexOf(tab, from))
  }
  const nameOf = ({ familyName, givenName, firstLine }: Other) =>
    familyName !== null && givenName !== null
      ? escaped(sortNameOf({ familyName, givenName }))
      : ownName(lineOf(piece.lines.referral, piece.storable.indexOf(firstLine)))
  let next = 0
  return (row: number, line: Buffer) => {
    const number = numbers[next++] ?? ''
    const sequences = `${number}\t${number}\t`
    const other = others.get(piece.storable[row] ?? 0)
    if (!other) return { first: sequences, keptFrom: 0 }
    const first = `${sequences}${other.patientId}\t${nameOf(other)}\t`
    return { first, keptFrom: line.indexOf(tab, line.indexOf(tab) + 1) + 1 }
  }
}

async function newSequences(session: Session, count: number): Promise<string[]> {
  const { rows } = await session.query<{ numbers: string }>({
    name: 'new-sequences',
    text: `SELECT string_agg(nextval('"ReferralEvent_sequence_seq"')::text, ',') AS numbers FROM generate_series(1, $1::int)`,
    values: [count],
  })
  return rows[0]?.numbers.split(',') ?? []
}

async function copyRows(
  session: Session,
  piece: ReadPiece,
  others: ReadonlyMap<number, Other>,
  { open, withPatient }: { open: number[]; withPatient: number[] },
): Promise<void> {
  const { patient, referral, evidence, event } = piece.lines
  const numbers = await newSequences(session, open.length)
  const copy = (table: string, columns: string, bytes: Uint8Array) =>
    bytes.length === 0
      ? undefined
      : copyIn(session, `COPY "${table}" ${columns} FROM STDIN`, [
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
        ])
  const patients = withPatient.toSorted(byBytes(patient))
  await copy('Patient', lineColumns.patient, someLines(patient, patients))
  const firstOf = firstOfReferral(piece, others, numbers)
  await copy('Referral', lineColumns.referral, linesAfter(referral, open, firstOf))
  await copy('Evidence', lineColumns.evidence, someLines(evidence, open))
  let next = 0
  const numbered = () => ({ first: `${numbers[next++]}\t`, keptFrom: 0 })
  await copy('ReferralEvent', lineColumns.event, linesAfter(event, open, numbered))
}

/** Stores the rows of a piece that are not there already, each with its patient, its evidence and its first event. */
export async function storeRows(session: Session, piece: ReadPiece): Promise<StoredRows> {
  if (piece.storable.length === 0) {
    return { imported: 0, skipped: 0, patients: 0, otherBirthDates: [] }
  }
  await copyKeys(session, piece.lines.key.bytes)
  const { rows } = await session.query<Other>({ name: 'other-verdicts', text: otherVerdicts })
  const others = new Map(rows.map((other) => [other.line, other]))
  const all = [...piece.storable.keys()]
  const verdictOf = (row: number) => others.get(piece.storable[row] ?? 0)?.verdict
  const withPatient = all.filter((row) => verdictOf(row) === undefined)
  const open = all.filter((row) => (verdictOf(row) ?? 'open') === 'open')
  if (open.length > 0) await copyRows(session, piece, others, { open, withPatient })
  return {
    imported: open.length,
    skipped: rows.filter(({ verdict }) => verdict === 'there').length,
    patients: withPatient.length,
    otherBirthDates: rows
      .filter(({ verdict }) => verdict === 'other-birth-date')
      .map(({ line }) => line),
  }
}
