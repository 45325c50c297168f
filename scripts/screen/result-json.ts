import type { CriterionResult, LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { jsonOf } from './json-of.ts'
import type { Lines } from './lines.ts'

/** Adds a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function addResult(lines: Lines, result: ScreeningResult): void {
  lines.add('{"levels":[')
  for (const level of result.levels) {
    if (level !== result.levels[0]) lines.add(',')
    addLevel(lines, level)
  }
  lines.add(']')
  for (const key in result) {
    if (key !== 'levels') lines.add(memberAsJson(key, result[key as keyof ScreeningResult]))
  }
  lines.add('}')
}

function addLevel(lines: Lines, { level, outcome, because, criteria }: LevelResult): void {
  lines.add(`{"level":"${level}","outcome":"${outcome}","because":${jsonOf(because)},"criteria":[`)
  for (let at = 0; at < criteria.length; at++) {
    if (at > 0) lines.add(',')
    lines.add(criterionAsJson(criteria[at] as CriterionResult))
  }
  lines.add(']}')
}

const criteriaWritten = new WeakMap<CriterionResult, string>()

function criterionAsJson(criterion: CriterionResult): string {
  const known = criteriaWritten.get(criterion)
  if (known !== undefined) return known
  const json = jsonOf(criterion)
  if (Object.isFrozen(criterion)) criteriaWritten.set(criterion, json)
  return json
}

/** What was written of a frozen value, with the key it was written for. */
type Written = { key: string; json: string }

const membersWritten = new WeakMap<object, Written>()

/** Writes a key and its value as one piece; that of a frozen value is remembered, for it never changes. */
function memberAsJson(key: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return `,"${key}":${jsonOf(value)}`
  const known = membersWritten.get(value)
  if (known?.key === key) return known.json
  if (!Object.isFrozen(value)) return `,"${key}":${openAsJson(value)}`
  const json = `,"${key}":${jsonOf(value)}`
  membersWritten.set(value, { key, json })
  return json
}

/** Writes an object that may change, text by text. */
function openAsJson(value: object): string {
  if (Array.isArray(value)) return jsonOf(value)
  const members = Object.entries(value).map(([key, inner]) => `"${key}":${jsonOf(inner)}`)
  return `{${members.join(',')}}`
}
