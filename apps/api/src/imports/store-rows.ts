import { sortNameOf } from '../referrals/sort-name.ts'
import { type CopyLines, lineOf, linesAfter, type Scratch, someLines } from './copy-lines.ts'
import { escaped } from './copy-text.ts'
import { otherVerdicts } from './judge-sql.ts'
import type { PieceLines, ReadPiece } from './piece-reader.ts'
import { lineColumns } from './row-lines.ts'
import { copyIn, copyKeys, type Session } from './session.ts'

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

const uuidLength = 36
const tab = 9
const asIs = { first: '', keptFrom: 0 }

/** Makes the first columns of referrals: two sequences, the patient and the name to sort by. */
function firstOfReferral(piece: ReadPiece, others: Others, numbers: ReadonlyMap<number, string>) {
  const ownName = (line: Buffer) => {
    const from = line.indexOf(tab) + 1
    return line.toString('utf8', from, line.indexOf(tab, from))
  }
  const nameOf = ({ familyName, givenName, firstLine }: Other) =>
    familyName !== null && givenName !== null
      ? escaped(sortNameOf({ familyName, givenName }))
      : ownName(lineOf(piece.lines.referral, piece.storable.indexOf(firstLine)))
  return (row: number, line: Buffer) => {
    const number = numbers.get(row)
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

const copyInto = (session: Session, table: string, columns: string, lines: Iterable<Buffer>) =>
  copyIn(session, `COPY "${table}" ${columns} FROM STDIN`, lines)

/** Where rows are stored, and the memory to write them in. */
export type Storing = { session: Session; scratch: Scratch }

type Others = ReadonlyMap<number, Other>

async function copyRows(
  { session, scratch }: Storing,
  piece: ReadPiece,
  { open, others }: { open: number[]; others: Others },
): Promise<number> {
  const { lines, order, storable } = piece
  const sequences = await newSequences(session, open.length)
  const numbers = new Map(open.map((row, index) => [row, sequences[index] ?? '']))
  const withPatient = [...order.patients].filter((row) => !others.has(storable[row] ?? 0))
  const referrals = [...order.referrals].filter((row) => numbers.has(row))
  const numbered = (row: number) => ({ first: `${numbers.get(row)}\t`, keptFrom: 0 })
  const after = (
    table: keyof PieceLines,
    rows: number[],
    first: Parameters<typeof linesAfter>[1],
  ) => linesAfter({ lines: lines[table], rows, scratch }, first)
  const firstOf = firstOfReferral(piece, others, numbers)
  const { patient, referral, evidence, event } = lineColumns
  await copyInto(
    session,
    'Patient',
    patient,
    after('patient', withPatient, () => asIs),
  )
  await copyInto(session, 'Referral', referral, after('referral', referrals, firstOf))
  await copyInto(session, 'Evidence', evidence, someLines(lines.evidence, open))
  await copyInto(session, 'ReferralEvent', event, after('event', open, numbered))
  return withPatient.length
}

/** The line of an event begins with its referral. */
const referralOf = (events: CopyLines, row: number) =>
  lineOf(events, row).toString('latin1', 0, uuidLength)

/** Stores the rows of a piece that are not there already, each with its patient, its evidence and its first event. */
export async function storeRows(storing: Storing, piece: ReadPiece): Promise<StoredRows> {
  const { session } = storing
  const { storable, lines } = piece
  if (storable.length === 0)
    return { imported: 0, skipped: 0, patients: 0, referrals: [], otherBirthDates: [] }
  await copyKeys(session, lines.key.bytes)
  const { rows } = await session.query<Other>({ name: 'other-verdicts', text: otherVerdicts })
  const others = new Map(rows.map((other) => [other.line, other]))
  const isOpen = (line: number) => (others.get(line)?.verdict ?? 'open') === 'open'
  const open = [...storable.keys()].filter((row) => isOpen(storable[row] ?? 0))
  const linesThat = (verdict: Other['verdict']) =>
    rows.filter((row) => row.verdict === verdict).map(({ line }) => line)
  return {
    imported: open.length,
    skipped: linesThat('there').length,
    patients: open.length === 0 ? 0 : await copyRows(storing, piece, { open, others }),
    referrals: open.map((row) => referralOf(lines.event, row)),
    otherBirthDates: linesThat('other-birth-date'),
  }
}
