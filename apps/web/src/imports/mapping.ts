import { type ImportMapping, type ImportTarget, neededTargets } from '@kyphoscreen/api/contract'
import { targetWords } from './target-words.ts'

/** What keeps a mapping from being used, and the list to choose from that mends it. */
export type MappingProblem = { id: string; says: string }

type Columns = ImportMapping['columns']

/** Gives the id of the list that says what a column tells. */
export const columnId = (index: number): string => `column-${index}`

/** Gives the columns with another answer for one of them. */
export const withTarget = (columns: Columns, index: number, to: ImportTarget | null): Columns =>
  columns.map((column, at) => (at === index ? { ...column, to } : column))

/** Lists what keeps a mapping from being used: needed columns that nothing tells, and one told twice. */
export function mappingProblems(columns: Columns): MappingProblem[] {
  const lacking = neededTargets
    .filter((target) => !columns.some(({ to }) => to === target))
    .map((target) => ({
      id: columnId(0),
      says: `No column tells: ${targetWords(target)}. Choose it for a column.`,
    }))
  const twice = columns.flatMap(({ column, to }, index) => {
    const before = columns.findIndex((other) => other.to === to)
    if (to === null || before === index) return []
    const says = `${targetWords(to)} is chosen for “${columns[before]?.column}” and “${column}”. Choose it once.`
    return [{ id: columnId(index), says }]
  })
  return [...lacking, ...twice]
}

/** Names the columns that are left out. */
export const leftOut = (columns: Columns): string[] =>
  columns.flatMap(({ column, to }) => (to === null ? [column] : []))
