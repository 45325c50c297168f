import type { Day } from '@kyphoscreen/rules'
import type { ImportError } from '../contract.ts'
import type { Layout } from './layout.ts'
import { mostListedErrors } from './most-listed-errors.ts'
import { rowReader } from './read-rows.ts'
import { type FilePlace, recordCutter } from './records.ts'
import { rowIds } from './row-ids.ts'
import { stagedLine } from './staged-row.ts'

/** What a piece of a file came to: rows ready for the staging table, what was wrong, and up to where the file is done with. */
export type ReadPiece = {
  staged: Uint8Array<ArrayBuffer>
  rows: number
  refused: number
  errors: ImportError[]
  place: FilePlace
}

/** How to read a file, from where and as of which day. */
export type Reading = { layout: Layout; from: FilePlace; today: Day }

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

const joined = (parts: readonly Buffer[]) => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Reads a file piece by piece: cuts, checks and screens its rows. */
export function pieceReader({ layout, from, today }: Reading) {
  const cutter = recordCutter(layout.format === 'csv', from)
  const read = rowReader(layout, today)
  const newId = rowIds()
  let told = 0
  return (piece: Buffer, last: boolean): ReadPiece => {
    const errors: ImportError[] = []
    const staged: Buffer[] = []
    let rows = 0
    let refused = 0
    for (const { part, ends } of partsOf(piece, last)) {
      let lines = ''
      for (const record of cutter.cut(part, ends)) {
        const row = read(record)
        rows += 1
        if ('referral' in row) lines += stagedLine({ ...row, newId })
        else {
          refused += 1
          told += row.errors.length
          if (told <= mostListedErrors) errors.push(...row.errors)
        }
      }
      staged.push(Buffer.from(lines))
    }
    return { staged: joined(staged), rows, refused, errors, place: { ...cutter.place } }
  }
}
