import type { Fact, LevelName } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'

/** The element that shows the result. */
export const resultId = 'result'

/** The element on the page that takes an entry. */
export const elementId = (path: string): string => path.replaceAll('.', '-')

/** The label of an entry, in the words the form uses. */
export function labelOf(path: string): string {
  const name = path.split('.').at(-1) ?? ''
  if (name === 'assessedOn') return 'Day of assessment'
  if (name === 'level') return 'Level'
  return name in fields ? fields[name as Fact].label : 'This entry'
}

const inOrder = ['assessedOn', 'level', ...Object.keys(fields)]
const placeOf = (path: string) => inOrder.indexOf(path.split('.').at(-1) ?? '')

/** Puts anything that belongs to an entry into the order of the page. */
export const inOrderOfPage = (one: { path: string }, other: { path: string }): number =>
  placeOf(one.path) - placeOf(other.path)

/** The path of the entry in which a fact is answered. */
export function pathOfFact(
  fact: Fact,
  level: LevelName | undefined,
  levels: readonly string[],
): string {
  if (fact === 'ageYears') return 'assessedOn'
  if (level === undefined) return `patient.${fact}`
  return `levels.${Math.max(levels.indexOf(level), 0)}.${fact}`
}
