import type { Day } from '@kyphoscreen/rules'
import type { ImportError } from '../contract.ts'
import { type CopyLines, linesGatherer } from './copy-lines.ts'
import type { Layout } from './layout.ts'
import { mostListedErrors } from './most-listed-errors.ts'
import { rowReader } from './read-rows.ts'
import { type FilePlace, recordCutter } from './records.ts'
import { letIdsRise } from './rising-ids.ts'
import type { RowLines } from './row-columns.ts'
import { rowIdBytes } from './row-id-bytes.ts'
import { type Common, keyLine, rowWriter, type StorableRow } from './row-lines.ts'

/** The rows of a piece that may be stored, as COPY takes them into each table; of a dry run the keys alone. */
export type PieceLines = Record<keyof RowLines, CopyLines>

/** In which order the rows of a piece are best stored, so that neighbours in the indexes come one after another. */
export type PieceOrder = { patients: Uint32Array<ArrayBuffer>; referrals: Uint32Array<ArrayBuffer> }

/** What a piece of a file came to: rows to be stored, each by its line in the file, what was wrong, and up to where the file is done with. */
export type ReadPiece = {
  storable: Uint32Array<ArrayBuffer>
  lines: PieceLines
  order: PieceOrder
  rows: number
  refused: number
  errors: ImportError[]
  place: FilePlace
}

/** How to read a file, from where and as of which day; `common` is missing in a dry run, which stores nothing. */
export type Reading = {
  layout: Layout
  from: FilePlace
  today: Day
  common: Common | undefined
}

const bytesAtOnce = 65_536
const nothing = Buffer.alloc(0)

/** Cuts a piece into parts, so that however short its lines are few are held at once. */
function* partsOf(piece: Buffer, last: boolean): Generator<{ part: Buffer; ends: boolean }> {
  for (let from = 0; from < piece.length; from += bytesAtOnce) {
    const part = piece.subarray(from, from + bytesAtOnce)
    yield { part, ends: last && from + bytesAtOnce >= piece.length }
  }
  if (last && piece.length === 0) yield { part: nothing, ends: true }
}

/** How many bytes the lines of a table usually take, of those of the file. */
const share = { key: 0.3, patient: 0.5, referral: 3.2, evidence: 2.4, event: 0.6 } as const
const tables = ['key', 'patient', 'referral', 'evidence', 'event'] as const

/** Writes what most indexes of referrals begin with. */
const cellAndDay = ({ referral: { referral }, standing: { columns } }: StorableRow) =>
  `${columns.outcome} ${referral.priority ?? ''} ${columns.closesOn ?? '~'}`

const inOrder = (keys: readonly string[]) =>
  Uint32Array.from(keys.keys()).sort((one, other) => {
    const [a = '', b = ''] = [keys[one], keys[other]]
    return a < b ? -1 : a > b ? 1 : one - other
  })

function pieceGatherer(
  bytes: number,
  {
    common,
    newId,
    spare,
  }: { common: Common | undefined; newId: () => string; spare: PieceLines | undefined },
) {
  const usual = (table: keyof RowLines) =>
    linesGatherer(common || table === 'key' ? Math.ceil(share[table] * bytes) : 0, spare?.[table])
  const gatherers = Object.fromEntries(tables.map((table) => [table, usual(table)])) as Record<
    keyof RowLines,
    ReturnType<typeof linesGatherer>
  >
  const write = common && rowWriter(common, newId)
  const storable: number[] = []
  const patients: string[] = []
  const referrals: string[] = []
  return {
    add(row: StorableRow): void {
      storable.push(row.line)
      patients.push(row.referral.patient.mrn.toLowerCase())
      referrals.push(cellAndDay(row))
      if (write) {
        const lines = write(row)
        for (const table of tables) gatherers[table].add(lines[table])
      } else gatherers.key.add(keyLine(row, newId()))
    },
    all: () => {
      const all = tables.map((table) => [table, gatherers[table].all()])
      const lines = Object.fromEntries(all) as PieceLines
      const order = { patients: inOrder(patients), referrals: inOrder(referrals) }
      if (common) letIdsRise(lines, order, Date.now())
      return { storable: Uint32Array.from(storable), lines, order }
    },
  }
}

/** Reads a file piece by piece: cuts, checks and screens its rows. Lines that are done with can be given back, so that their memory is used again. */
export function pieceReader({ layout, from, today, common }: Reading) {
  const cutter = recordCutter(layout.format === 'csv', from)
  const read = rowReader(layout, today)
  const newId = rowIdBytes()
  let told = 0
  return (piece: Buffer, last: boolean, spare?: PieceLines): ReadPiece => {
    const errors: ImportError[] = []
    const gatherer = pieceGatherer(piece.length, { common, newId, spare })
    let rows = 0
    let refused = 0
    for (const { part, ends } of partsOf(piece, last)) {
      for (const record of cutter.cut(part, ends)) {
        const row = read(record)
        rows += 1
        if ('referral' in row) gatherer.add(row)
        else {
          refused += 1
          told += row.errors.length
          if (told <= mostListedErrors) errors.push(...row.errors)
        }
      }
    }
    return { ...gatherer.all(), rows, refused, errors, place: { ...cutter.place } }
  }
}
