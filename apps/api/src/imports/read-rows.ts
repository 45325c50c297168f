import type { Day } from '@kyphoscreen/rules'
import type { ImportError, ImportTarget } from '../contract.ts'
import { Refused } from '../problems.ts'
import { parseStrictJson } from '../strict-json.ts'
import { type CellReader, cellReader, remedyFor, targetAt, unread } from './cell-values.ts'
import { cellsOf } from './cells.ts'
import { type JudgedRow, judgeRow } from './judge-row.ts'
import type { Layout } from './layout.ts'
import type { FileRecord } from './records.ts'
import type { RowRefusal } from './row-refusal.ts'

/** A row as it was read: the referral and how it stands, or what is wrong by column; `cells` as they stand in a CSV. */
export type ReadRow = { line: number; cells: string[] } & (JudgedRow | { errors: ImportError[] })

/** Reads one record of a file. */
export type RowReader = (record: FileRecord) => ReadRow

/** Makes the reader of a file's rows; `today` bounds the days that may have come. */
export const rowReader = (layout: Layout, today: Day): RowReader =>
  layout.format === 'csv' ? csvReader(layout, today) : ndjsonReader(today)

const failed = (line: number, column: string, reason: string, cells: string[] = []): ReadRow => ({
  line,
  cells,
  errors: [{ line, column, reason }],
})

type Column = { column: string; to: ImportTarget; reader: CellReader; at: number }

/** The order in which the database keeps the keys of JSON; given in it, they need no sorting. */
const asKept = ({ reader: one }: Column, { reader: other }: Column) =>
  one.key.length - other.key.length || (one.key < other.key ? -1 : 1)

const mappedColumns = ({ columns }: Layout): Column[] =>
  columns
    .flatMap(({ column, to }, at) => {
      const reader = to === null ? undefined : cellReader(to)
      return to === null || reader === undefined ? [] : [{ column, to, reader, at }]
    })
    .sort(asKept)

function csvReader(layout: Layout, today: Day): RowReader {
  const mapped = mappedColumns(layout)
  const nameOf = (to: ImportTarget) => mapped.find((column) => column.to === to)?.column ?? to
  const width = layout.columns.length
  return (record) => {
    const { line } = record
    if ('refused' in record) return failed(line, '', record.refused)
    const cells = cellsOf(record.text, layout.delimiter ?? ',')
    if (!Array.isArray(cells)) {
      return failed(line, layout.columns[cells.cell]?.column ?? '', cells.reason)
    }
    if (cells.length !== width) {
      const reason = `has ${cells.length} cells and the first line ${width}; give it one cell a column`
      return failed(line, '', reason, cells.slice(0, width))
    }
    const { told, slots, unreadAt } = toldBy(cells, mapped)
    const judged = judgeRow(told, today)
    if ('referral' in judged && unreadAt.length === 0) return { line, cells, ...judged }
    const refused = 'referral' in judged ? [] : errorsAt(judged.refusals, slots)
    const known = new Set(unreadAt)
    const errors = [
      ...unreadAt.map((to) => ({ to, reason: remedyFor(to) })),
      ...refused.filter(({ to }) => !known.has(to)),
    ]
    return {
      line,
      cells,
      errors: errors.map(({ to, reason }) => ({ line, column: nameOf(to), reason })),
    }
  }
}

const errorsAt = (refusals: readonly RowRefusal[], slots: readonly number[]) =>
  refusals.map(({ path, reason }) => ({ to: targetAt(path, slots), reason }))

type Facts = Record<string, unknown>

function toldBy(cells: readonly string[], mapped: readonly Column[]) {
  const parts: Record<'patient' | 'referral' | 'facts', Facts> = {
    patient: {},
    referral: {},
    facts: {},
  }
  const levels: (Facts | undefined)[] = []
  const notRead: Column[] = []
  for (const column of mapped) {
    const { at, reader } = column
    const text = cells[at]
    if (text === undefined || text === '') continue
    const value = reader.read(text)
    if (value === unread) notRead.push(column)
    else if (typeof reader.part === 'string') parts[reader.part][reader.key] = value
    else {
      const level = levels[reader.part.level] ?? {}
      level[reader.key] = value
      levels[reader.part.level] = level
    }
  }
  const { patient, referral, facts } = parts
  const slots = Object.keys(levels).map(Number)
  const findings = {
    ...(slots.length > 0 && { levels: levels.filter((level) => level !== undefined) }),
    ...(Object.keys(facts).length > 0 && { patient: facts }),
  }
  const told = {
    patient,
    referral,
    ...(Object.keys(findings).length > 0 && { findings }),
  }
  const unreadAt = notRead.sort((one, other) => one.at - other.at).map(({ to }) => to)
  return { told, slots, unreadAt }
}

const notJson: Record<string, string> = {
  'malformed-json': 'is not JSON; write one object a line',
  'ambiguous-json': 'can be read in two ways; name each key once and nest at most 32 deep',
}

function ndjsonReader(today: Day): RowReader {
  return (record) => {
    const { line } = record
    if ('refused' in record) return failed(line, '', record.refused)
    let told: unknown
    try {
      told = parseStrictJson(Buffer.from(record.text))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { pointer = '', reason = notJson[error.kind] ?? 'cannot be read' } =
        error.errors?.[0] ?? {}
      return failed(line, pointer.slice(1).replaceAll('/', '.'), reason)
    }
    const judged = judgeRow(told, today)
    if ('referral' in judged) return { line, cells: [], ...judged }
    const errors = judged.refusals.map(({ path, reason }) => ({
      line,
      column: path.map(String).join('.'),
      reason,
    }))
    return { line, cells: [], errors }
  }
}
