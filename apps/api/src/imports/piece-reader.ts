import type { Day } from '@kyphoscreen/rules'
import type { ImportError } from '../contract.ts'
import type { Layout } from './layout.ts'
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

/** Reads a file piece by piece: cuts, checks and screens its rows. */
export function pieceReader({ layout, from, today }: Reading) {
  const cutter = recordCutter(layout.format === 'csv', from)
  const read = rowReader(layout, today)
  const newId = rowIds()
  return (piece: Buffer, last: boolean): ReadPiece => {
    const errors: ImportError[] = []
    let refused = 0
    let staged = ''
    const records = cutter.cut(piece, last)
    for (const record of records) {
      const row = read(record)
      if ('referral' in row) staged += stagedLine({ ...row, newId })
      else {
        errors.push(...row.errors)
        refused += 1
      }
    }
    const bytes = new Uint8Array(Buffer.byteLength(staged))
    Buffer.from(bytes.buffer).write(staged)
    return { staged: bytes, rows: records.length, refused, errors, place: { ...cutter.place } }
  }
}
