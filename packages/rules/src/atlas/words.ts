import type { Box } from './condense.ts'
import type { Question } from './decision-table.ts'

/** Writes the classes of one cell; all of them are any, and all but one are said by that one where this is shorter. */
function written(names: readonly string[], meant: readonly number[]): string | undefined {
  if (meant.length === names.length) return undefined
  const listed = meant.map((place) => names[place]).join(' · ')
  const [left = '', more] = names.filter((_, place) => !meant.includes(place))
  const allBut = `any but: ${left}`
  return more === undefined && meant.length > 1 && allBut.length < listed.length ? allBut : listed
}

/** Writes a row's classes in words, for each question; undefined where any class is meant. */
export const wordsOf = (
  questions: readonly Pick<Question<never, never>, 'classes'>[],
  box: Box,
): (string | undefined)[] =>
  questions.map(({ classes }, at) => written(Object.keys(classes), box[at] ?? []))
