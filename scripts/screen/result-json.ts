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
    lines.add(objectAsJson(criteria[at] as CriterionResult))
  }
  lines.add(']}')
}

const lasting = new WeakMap<object, string>()

/** Writes an object; what is written of a frozen one is remembered, for it never changes. */
function objectAsJson(value: object): string {
  const known = lasting.get(value)
  if (known !== undefined) return known
  if (!Object.isFrozen(value)) return openAsJson(value)
  const json = jsonOf(value)
  lasting.set(value, json)
  return json
}

/** Writes a list item by item: there are few items and many lists of them. */
function listAsJson(items: readonly object[]): string {
  let json = '['
  for (let at = 0; at < items.length; at++) {
    json += at === 0 ? objectAsJson(items[at] as object) : `,${objectAsJson(items[at] as object)}`
  }
  return `${json}]`
}

function memberAsJson(key: string, value: unknown): string {
  if (Array.isArray(value)) return `,"${key}":${listAsJson(value)}`
  const json = typeof value === 'object' && value !== null ? objectAsJson(value) : jsonOf(value)
  return `,"${key}":${json}`
}

/** Writes an object that may change, text by text. */
function openAsJson(value: object): string {
  const members = Object.entries(value).map(([key, inner]) => `"${key}":${jsonOf(inner)}`)
  return `{${members.join(',')}}`
}
