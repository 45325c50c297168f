import { z } from 'zod'
import {
  Import,
  ImportMapping,
  ImportPreview,
  type ImportTarget,
  ImportTarget as Target,
} from '../contract.ts'
import { cellsOf } from './cells.ts'
import { recordCutter } from './records.ts'

/** How a file is read: where its first record starts, how its cells are told apart, and what each column tells. */
export const Layout = z.strictObject({
  format: Import.shape.format,
  byteOrderMark: z.boolean(),
  delimiter: ImportPreview.shape.delimiter,
  columns: z.array(ImportMapping.shape.columns.element),
  start: z.strictObject({ used: z.int(), line: z.int() }),
})
export type Layout = z.infer<typeof Layout>

/** A file that cannot be read at all, with the reason and its remedy. */
export class UnreadableFile extends Error {}

const delimiters = [',', ';', '\t', '|'] as const
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
const lineEnd = /[\r\n]/

const begins = (head: Buffer, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)

function refuseOtherEncodings(head: Buffer): void {
  if (head.length === 0) throw new UnreadableFile('is empty; choose another file')
  if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) {
    throw new UnreadableFile('is UTF-16; save it as UTF-8')
  }
  const start = head.subarray(0, 1024)
  if (start.includes(0)) {
    throw new UnreadableFile('is not text, or text in UTF-16; save it as CSV or NDJSON in UTF-8')
  }
}

/** Proposes what a column tells: the documented name, however its capital letters, spaces and dashes are written. */
export function proposedTarget(column: string): ImportTarget | null {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '')
  return Target.options.find((target) => plain(target) === plain(column)) ?? null
}

function headerOf(text: string) {
  const readings = delimiters.map((delimiter) => ({ delimiter, cells: cellsOf(text, delimiter) }))
  const [best] = readings
    .flatMap(({ delimiter, cells }) => (Array.isArray(cells) ? [{ delimiter, cells }] : []))
    .map((reading) => ({ ...reading, known: reading.cells.filter(proposedTarget).length }))
    .sort((one, other) => other.known - one.known || other.cells.length - one.cells.length)
  return best && best.cells.length > 1 ? best : undefined
}

function refuseBadNames(names: readonly string[]): void {
  if (names.length > 1000)
    throw new UnreadableFile('has more than 1,000 columns; keep the needed ones')
  for (const [index, name] of names.entries()) {
    if (name.trim() === '' || name.length > 200 || lineEnd.test(name)) {
      throw new UnreadableFile(
        `names its columns in its first line, but not column ${index + 1}; give it a name of 1 to 200 characters in one line`,
      )
    }
    const before = names.indexOf(name)
    if (before !== index) {
      throw new UnreadableFile(
        `gives columns ${before + 1} and ${index + 1} the same name; rename or remove one`,
      )
    }
  }
}

const columnsOf = (names: readonly string[]) => {
  const taken = new Set<ImportTarget>()
  return names.map((column) => {
    const target = proposedTarget(column)
    const to = target !== null && !taken.has(target) ? target : null
    if (to !== null) taken.add(to)
    return { column, to }
  })
}

function csvLayout(head: Buffer, whole: boolean, start: number): Omit<Layout, 'byteOrderMark'> {
  const cutter = recordCutter(true, { used: start, line: 1 })
  const end = head.indexOf(10, start)
  if (end === -1 && !whole) {
    throw new UnreadableFile(
      'has a first line longer than 1 MiB; choose a CSV that names its columns',
    )
  }
  const line = head.subarray(start, end === -1 ? head.length : end + 1)
  const [first] = cutter.cut(line, true)
  if (!first)
    throw new UnreadableFile('begins with a blank line; let the first line name the columns')
  if ('refused' in first) throw new UnreadableFile(`has a first line that ${first.refused}`)
  const header = headerOf(first.text)
  if (!header) {
    throw new UnreadableFile(
      'has no line of column names that commas, semicolons, tabs or bars tell apart; add one as the first line',
    )
  }
  refuseBadNames(header.cells)
  const columns = columnsOf(header.cells)
  return { format: 'csv', delimiter: header.delimiter, columns, start: cutter.place }
}

/** Tells how a file is to be read from its first bytes; `whole` when they are all there is. */
export function layoutOf(head: Buffer, format: Layout['format'], whole: boolean): Layout {
  refuseOtherEncodings(head)
  const marked = head.subarray(0, 3).equals(byteOrderMark)
  const start = marked ? 3 : 0
  if (head.length === start) throw new UnreadableFile('is empty; choose another file')
  if (format === 'csv') return { byteOrderMark: marked, ...csvLayout(head, whole, start) }
  const place = { used: start, line: 1 }
  return { format, byteOrderMark: marked, delimiter: null, columns: [], start: place }
}
