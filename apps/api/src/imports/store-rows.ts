import { sortNameOf } from '../referrals/sort-name.ts'
import { idBytes, lastField, textField, writeSequence, writtenId } from './copy-fields.ts'
import { copyInTurn, type RowsToCopy } from './copy-in-turn.ts'
import { lineOf, rewritten, type Scratch } from './copy-lines.ts'
import { otherVerdicts } from './judge-sql.ts'
import type { ReadPiece } from './piece-reader.ts'
import { lineColumns, places } from './row-columns.ts'
import { copyKeys, type Session } from './session.ts'

/** What became of the rows of a piece, and the lines whose patient has another birth date. */
export type StoredRows = {
  imported: number
  skipped: number
  patients: number
  /** The referrals that were stored. */
  referrals: string[]
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

type Others = ReadonlyMap<number, Other>
type Numbers = ReadonlyMap<number, number>

/** The last field of a referral's row, which is the name to sort by. */
const sortNameIn = (row: Buffer) => row.subarray(lastField(row, 0))

const asTheyAre = (_: Buffer, { end }: { end: number }) => end

/** Completes referrals by their sequences, and by patient and name where these are another row's or were there before. */
function completeReferral({ lines, storable }: ReadPiece, others: Others, numbers: Numbers) {
  const { sequences, patientId } = places.referral
  const nameOf = ({ familyName, givenName, firstLine }: Other) =>
    familyName !== null && givenName !== null
      ? Buffer.from(textField(sortNameOf({ familyName, givenName })), 'latin1')
      : sortNameIn(lineOf(lines.referral, storable.indexOf(firstLine)))
  return (bytes: Buffer, { from, end }: { from: number; end: number }, row: number) => {
    for (const at of sequences) writeSequence(bytes, from + at, numbers.get(row) ?? 0)
    const other = others.get(storable[row] ?? 0)
    if (!other) return end
    bytes.write(idBytes(other.patientId), from + patientId, 'latin1')
    const at = lastField(bytes, from)
    return at + nameOf(other).copy(bytes, at)
  }
}

/** Completes events by their sequences. */
const numberEvent =
  (numbers: Numbers) =>
  (bytes: Buffer, { from, end }: { from: number; end: number }, row: number) => {
    writeSequence(bytes, from + places.event.sequence, numbers.get(row) ?? 0)
    return end
  }

async function newSequences(session: Session, count: number): Promise<number[]> {
  const { rows } = await session.query<{ numbers: string }>({
    name: 'new-sequences',
    text: `SELECT string_agg(nextval('"ReferralEvent_sequence_seq"')::text, ',') AS numbers FROM generate_series(1, $1::int)`,
    values: [count],
  })
  return rows[0]?.numbers.split(',').map(Number) ?? []
}

/** Where rows are stored, the memory to write them in, and whether rows are judged before they are stored or taken for new ones, which the unique keys of patients and referrals hold true or refuse. */
export type Storing = { session: Session; scratches: readonly Scratch[]; judges: boolean }

/** What is known of a piece's rows when they are stored. */
type Settled = { sequences: readonly number[]; open: readonly number[]; others: Others }

/** A name of 200 characters in each part, of four bytes each. */
const longestSortName = 2 * 4 * 200 + 16

/** Tells how the rows of a piece are written for each table. */
function rowsToCopy(piece: ReadPiece, { sequences, open, others }: Settled): RowsToCopy[] {
  const { lines, order, storable } = piece
  const isOpen = new Set(open)
  const patients = [...order.patients].filter((row) => !others.has(storable[row] ?? 0))
  const rows = [...order.referrals].filter((row) => isOpen.has(row))
  const numbers = new Map(rows.map((row, index) => [row, sequences[index] ?? 0]))
  const more = others.size > 0 ? longestSortName : 0
  const complete = completeReferral(piece, others, numbers)
  const table = (name: string, of: keyof typeof lineColumns, rewrite: RowsToCopy['rows']) => ({
    into: `"${name}" ${lineColumns[of]}`,
    rows: rewrite,
  })
  const { patient, referral, evidence, event } = lines
  return [
    table('Patient', 'patient', (scratch) =>
      rewritten({ lines: patient, rows: patients, scratch, more: 0 }, asTheyAre),
    ),
    table('Referral', 'referral', (scratch) =>
      rewritten({ lines: referral, rows, scratch, more }, complete),
    ),
    table('Evidence', 'evidence', (scratch) =>
      rewritten({ lines: evidence, rows, scratch, more: 0 }, asTheyAre),
    ),
    table('ReferralEvent', 'event', (scratch) =>
      rewritten({ lines: event, rows, scratch, more: 0 }, numberEvent(numbers)),
    ),
  ]
}

const judged = async (session: Session, { key }: ReadPiece['lines']): Promise<Other[]> => {
  await copyKeys(session, key)
  const { rows } = await session.query<Other>({ name: 'other-verdicts', text: otherVerdicts })
  return rows
}

/** Stores the rows of a piece that are not there already, each with its patient, its evidence and its first event. */
export async function storeRows(storing: Storing, piece: ReadPiece): Promise<StoredRows> {
  const { session, judges } = storing
  const { storable, lines } = piece
  if (storable.length === 0)
    return { imported: 0, skipped: 0, patients: 0, referrals: [], otherBirthDates: [] }
  const rows = judges ? await judged(session, lines) : []
  storing.judges = rows.length > 0
  const others = new Map(rows.map((other) => [other.line, other]))
  const isOpen = (line: number) => (others.get(line)?.verdict ?? 'open') === 'open'
  const open = [...storable.keys()].filter((row) => isOpen(storable[row] ?? 0))
  const linesThat = (verdict: Other['verdict']) =>
    rows.filter((row) => row.verdict === verdict).map(({ line }) => line)
  if (open.length > 0) {
    const sequences = await newSequences(session, open.length)
    await copyInTurn(session, rowsToCopy(piece, { sequences, open, others }), storing.scratches)
  }
  return {
    imported: open.length,
    skipped: linesThat('there').length,
    patients: storable.length - others.size,
    referrals: open.map((row) => writtenId(lineOf(lines.event, row), places.event.referralId)),
    otherBirthDates: linesThat('other-birth-date'),
  }
}
