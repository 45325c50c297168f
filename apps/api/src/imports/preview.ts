import type { Day } from '@kyphoscreen/rules'
import { type ImportPreview, neededTargets } from '../contract.ts'
import type { Layout } from './layout.ts'
import { type ReadRow, rowReader } from './read-rows.ts'
import { recordCutter } from './records.ts'

const rowsShown = 10
const longestCell = 200

const shown = (row: ReadRow): ImportPreview['rows'][number] => ({
  line: row.line,
  cells: row.cells.map((cell) => cell.slice(0, longestCell)),
  referral: 'referral' in row ? row.referral : null,
  outcome: 'referral' in row ? row.standing.columns.outcome : null,
  errors: 'errors' in row ? row.errors : [],
})

/** Shows how a file is read, by its first rows; `whole` when these bytes are all of it. */
export function previewOf(layout: Layout, head: Buffer, whole: boolean, today: Day): ImportPreview {
  const { format, delimiter, byteOrderMark, columns, start } = layout
  const records = recordCutter(format === 'csv', start).cut(head.subarray(start.used), whole)
  return {
    format,
    delimiter,
    byteOrderMark,
    columns,
    lacking: neededTargets.filter(
      (target) => format === 'csv' && !columns.some(({ to }) => to === target),
    ),
    rows: records.slice(0, rowsShown).map(rowReader(layout, today)).map(shown),
  }
}
