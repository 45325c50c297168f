import type { ImportError } from '../contract.ts'
import { ask, type Database } from '../postgres/client.ts'

const linesAtOnce = 5_000
const formula = /^[=+\-@\t\r]/

/** Writes a cell of a CSV so that no spreadsheet takes it for a formula. */
const cell = (text: string) => {
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const nextErrors = `
  SELECT "line", "place", "column", "reason" FROM "ImportError"
  WHERE "importId" = $1::uuid AND ("line", "place") > ($2::int, $3::int)
  ORDER BY "line", "place" LIMIT $4::int`

/** Writes an import's errors as CSV, in the order of their lines, a part at a time. */
export async function* errorsCsv(database: Database, importId: string): AsyncGenerator<string> {
  yield 'line,column,reason\r\n'
  let after = { line: 0, place: 0 }
  for (;;) {
    const from = [importId, after.line, after.place, linesAtOnce]
    const errors = await ask<ImportError & { place: number }>(database, nextErrors, from)
    const last = errors.at(-1)
    if (!last) return
    yield errors
      .map(({ line, column, reason }) => `${line},${cell(column)},${cell(reason)}\r\n`)
      .join('')
    after = last
  }
}
