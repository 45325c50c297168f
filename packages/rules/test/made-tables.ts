import type { Box } from '../src/atlas/condense.ts'
import {
  type Answers,
  answersTo,
  type DecisionTable,
  placeOf,
  type Tabled,
  tableOf,
} from '../src/atlas/decision-table.ts'

/** True when a combination of classes stands in a row. */
export const holds = (box: Box, place: readonly number[]) =>
  box.every((classes, question) => classes.includes(place[question] ?? -1))

type Made<Given> = DecisionTable<Given> & { answers: Answers<Given> }

const made = new Map<object, Made<never>>()

/** Makes a table once for all tests. */
export function madeOf<Part, Given>(tabled: Tabled<Part, Given>): Made<Given> {
  const before = made.get(tabled)
  if (before) return before as unknown as Made<Given>
  const answers = answersTo(tabled)
  const table = { answers, ...tableOf(tabled.questions, answers, []) }
  made.set(tabled, table as unknown as Made<never>)
  return table
}

/** Gives the answers of every row that something stands in; there is to be one. */
export const answersFor = <Part, Given>(tabled: Tabled<Part, Given>) => {
  const { rows } = madeOf(tabled)
  return (seen: Given) => {
    const place = placeOf(tabled.questions, seen)
    return rows.filter(({ box }) => holds(box, place)).map(({ answer }) => answer)
  }
}
