import type { ScreeningResult } from '../../src/index.ts'

/** The names that the answers of a version use, each with what it stands for. */
export type NamesUsed = ReadonlyMap<string, string>

/** Collects the names that answers use: reasons of criteria with their status, cautions, advisories and conflicts. */
export function namesIn(answers: readonly string[]): NamesUsed {
  const used = new Map<string, string>()
  for (const answer of answers) {
    const told = JSON.parse(answer) as ScreeningResult
    for (const { criteria } of told.levels) {
      for (const { id, code, status, notYet } of criteria) {
        used.set(`${id} ${code}`, notYet ? `${status} yet` : status)
      }
    }
    for (const { id } of told.cautions) used.set(id, 'caution')
    for (const { id } of told.advisories) used.set(id, 'advisory')
    for (const { id } of told.conflicts) used.set(id, 'conflict')
  }
  return used
}

/** Tells, from the oldest version to the newest, which names came to stand for something else or came back after they were dropped. */
export function reusedNames(versions: readonly NamesUsed[]): string[] {
  const first = new Map(versions.flatMap((used) => [...used]).toReversed())
  return [...first].flatMap(([name, meaning]) => {
    const meanings = versions.map((used) => used.get(name))
    const other = meanings.find((one) => one !== undefined && one !== meaning)
    if (other !== undefined) return [`${name} stood for ${meaning} and now stands for ${other}`]
    const spans = meanings.filter((one, at) => one !== undefined && meanings[at - 1] === undefined)
    return spans.length > 1 ? [`${name} was dropped and came back`] : []
  })
}
