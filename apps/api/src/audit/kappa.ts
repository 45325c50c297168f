/** Cohen's kappa with the ends of its 95 % interval. */
export type Kappa = { value: number; low: number; high: number }

const z95 = 1.959963984540054

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

const squared = (number: number) => number * number

const within = (number: number) => Math.min(1, Math.max(-1, number))

/** The shares of a table of counts, and of each of its rows and columns. */
function sharesOf(counts: readonly (readonly number[])[]) {
  const all = sum(counts.flat())
  const cells = counts.map((row) => row.map((count) => count / all))
  const rows = counts.map((row) => sum(row) / all)
  const columns = counts.map((_, at) => sum(counts.map((row) => row[at] ?? 0)) / all)
  return { all, cells, rows, columns }
}

type Shares = ReturnType<typeof sharesOf>

/** The large-sample variance of kappa of Fleiss, Cohen and Everitt (1969), for a kappa that is not zero. */
function varianceOf({ all, cells, rows, columns }: Shares, kappa: number, byChance: number) {
  const terms = cells.flatMap((row, i) =>
    row.map((cell, j) => {
      const [ofRow = 0, ofColumn = 0, otherRow = 0] = [rows[i], columns[i], rows[j]]
      return i === j
        ? cell * squared(1 - (ofRow + ofColumn) * (1 - kappa))
        : cell * squared(1 - kappa) * squared(ofColumn + otherRow)
    }),
  )
  const variance = sum(terms) - squared(kappa - byChance * (1 - kappa))
  return Math.max(0, variance) / (squared(1 - byChance) * all)
}

/**
 * Cohen's kappa of a square table of counts, a row for each answer of the one side and a column for each of the other, in
 * the same order. Null where a side always gave the same answer, or none: kappa is then 0 or undefined whatever the other said.
 */
export function kappaOf(counts: readonly (readonly number[])[]): Kappa | null {
  const shares = sharesOf(counts)
  const { rows, columns, cells } = shares
  const isVaried = (side: readonly number[]) => side.filter((share) => share > 0).length > 1
  if (!isVaried(rows) || !isVaried(columns)) return null
  const agreed = sum(cells.map((row, at) => row[at] ?? 0))
  const byChance = sum(rows.map((share, at) => share * (columns[at] ?? 0)))
  const value = (agreed - byChance) / (1 - byChance)
  const half = z95 * Math.sqrt(varianceOf(shares, value, byChance))
  return { value: within(value), low: within(value - half), high: within(value + half) }
}
