/** One way the facts can lie: for each question of a table, the word that answers it. */
export type Words = Readonly<Record<string, string>>

/** A table of rows in words; the last column is the answer, and the first row that matches gives it. */
export type DecisionTable = {
  readonly questions: readonly string[]
  readonly rows: readonly Row[]
}
type Row = { cells: readonly (ReadonlySet<string> | 'any')[]; answer: string; text: string }

const columnsOf = (line: string) => line.split('|').map((cell) => cell.trim())

/** Reads a table: a line of questions, then one line a row; a cell is `any`, a word, or words parted by commas. */
export function readTable(text: string): DecisionTable {
  const [head = '', ...lines] = text.trim().split('\n')
  const questions = columnsOf(head).slice(0, -1)
  const rows = lines.map((line): Row => {
    const columns = columnsOf(line)
    if (columns.length !== questions.length + 1) throw new Error(`Uneven row: ${line}`)
    const cells = columns
      .slice(0, -1)
      .map((cell) => (cell === 'any' ? cell : new Set(cell.split(',').map((word) => word.trim()))))
    return { cells, answer: columns.at(-1) ?? '', text: line.trim() }
  })
  return { questions, rows }
}

/** Gives the first row that matches; a table that leaves a combination open throws. */
export function rowFor(table: DecisionTable, words: Words): Row {
  const row = table.rows.find(({ cells }) =>
    cells.every((cell, at) => cell === 'any' || cell.has(words[table.questions[at] ?? ''] ?? '')),
  )
  if (row === undefined) throw new Error(`No row for ${JSON.stringify(words)}`)
  return row
}

/** Lists the words of a table that no combination knows, and the questions that none answers. */
export function wordsUnknownTo(table: DecisionTable, known: Readonly<Record<string, string[]>>) {
  return table.questions.flatMap((question, at) =>
    known[question] === undefined
      ? [question]
      : table.rows.flatMap(({ cells }) => {
          const cell = cells[at]
          return cell instanceof Set ? [...cell].filter((w) => !known[question]?.includes(w)) : []
        }),
  )
}
