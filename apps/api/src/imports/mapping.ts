import type { ImportMapping } from '../contract.ts'
import { refusedField } from '../problems.ts'
import type { Layout } from './layout.ts'

/** Gives the layout with what each column tells; the columns must be the file's, and nothing may be told twice. */
export function mappedLayout(layout: Layout, { columns }: ImportMapping): Layout {
  if (layout.format === 'ndjson') {
    throw refusedField('/columns', 'are for a CSV; lines of NDJSON name what they tell themselves')
  }
  for (const [index, { column, to }] of columns.entries()) {
    if (layout.columns[index]?.column !== column) {
      throw refusedField(`/columns/${index}/column`, 'is not the file’s; name its columns in order')
    }
    if (to !== null && columns.findIndex((other) => other.to === to) !== index) {
      throw refusedField(`/columns/${index}/to`, 'is told by another column already; choose one')
    }
  }
  if (columns.length !== layout.columns.length) {
    throw refusedField('/columns', 'must name every column of the file')
  }
  return { ...layout, columns }
}
