/** What keeps a record from being taken apart, by the number of its cell, counted from 0. */
export type BrokenCell = { cell: number; reason: string }

const strayQuote =
  'has a quote in a place where none may stand; put the whole text in quotes and write each quote inside it twice'

/** Takes a record of a CSV apart by its delimiter (RFC 4180); a quote out of place is never guessed at. */
export function cellsOf(record: string, delimiter: string): string[] | BrokenCell {
  if (!record.includes('"')) return record.split(delimiter)
  const cells: string[] = []
  let at = 0
  while (at <= record.length) {
    if (record[at] !== '"') {
      const end = endOf(record, delimiter, at)
      const text = record.slice(at, end)
      if (text.includes('"')) return { cell: cells.length, reason: strayQuote }
      cells.push(text)
      at = end + 1
      continue
    }
    const closing = closingQuote(record, at + 1)
    const end = closing + 1
    if (closing === -1 || (end < record.length && record[end] !== delimiter)) {
      return { cell: cells.length, reason: strayQuote }
    }
    cells.push(record.slice(at + 1, closing).replaceAll('""', '"'))
    at = end + 1
  }
  return cells
}

const endOf = (record: string, delimiter: string, from: number) => {
  const found = record.indexOf(delimiter, from)
  return found === -1 ? record.length : found
}

const closingQuote = (record: string, from: number): number => {
  let at = record.indexOf('"', from)
  while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2)
  return at
}
