import type { Database } from '../postgres/client.ts'

const linesAtOnce = 5_000
const formula = /^[=+\-@\t\r]/

/** Writes a cell of a CSV so that no spreadsheet takes it for a formula. */
const cell = (text: string) => {
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Writes an import's errors as CSV, in the order of their lines, a part at a time. */
export async function* errorsCsv(database: Database, importId: string): AsyncGenerator<string> {
  yield 'line,column,reason\r\n'
  let after = { line: 0, place: 0 }
  for (;;) {
    const errors = await database.importError.findMany({
      where: {
        importId,
        OR: [{ line: { gt: after.line } }, { line: after.line, place: { gt: after.place } }],
      },
      orderBy: [{ line: 'asc' }, { place: 'asc' }],
      take: linesAtOnce,
    })
    const last = errors.at(-1)
    if (!last) return
    yield errors
      .map(({ line, column, reason }) => `${line},${cell(column)},${cell(reason)}\r\n`)
      .join('')
    after = last
  }
}
