import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { jsonOf } from './json-of.ts'
import type { Lines } from './lines.ts'

/** The members of a result that are written as a whole, in their order, with what stands before each. */
const members = (
  [
    'ruleset',
    'missing',
    'noNeedToChase',
    'settles',
    'nextChange',
    'redFlags',
    'cautions',
    'documentationGaps',
    'notRecordedSafetyChecks',
    'advisories',
    'conflicts',
  ] as const satisfies (keyof ScreeningResult)[]
).map((name) => ({ name, before: `,"${name}":` }))

/** Adds a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function addResult(lines: Lines, result: ScreeningResult): void {
  const { levels, outcome, urgent, headline, assessedOn } = result
  lines.add('{"levels":[')
  for (let at = 0; at < levels.length; at++) {
    if (at > 0) lines.add(',')
    addLevel(lines, levels[at] as LevelResult)
  }
  lines.add(`],"outcome":"${outcome}","urgent":${urgent},"headline":${jsonOf(headline)}`)
  lines.add(`,"assessedOn":"${assessedOn}"`)
  for (const { name, before } of members) {
    lines.add(before)
    lines.add(jsonOfLasting(result[name]))
  }
  lines.add('}')
}

function addLevel(lines: Lines, { level, outcome, because, criteria }: LevelResult): void {
  lines.add(`{"level":"${level}","outcome":"${outcome}","because":${jsonOf(because)},"criteria":[`)
  for (let at = 0; at < criteria.length; at++) {
    if (at > 0) lines.add(',')
    lines.add(jsonOfLasting(criteria[at] as object))
  }
  lines.add(']}')
}

const written = new WeakMap<object, string>()

/** Writes what is shared by many results; it is frozen and so written once. */
function jsonOfLasting(value: object | null): string {
  if (value === null) return 'null'
  const known = written.get(value)
  if (known !== undefined) return known
  const json = jsonOf(value)
  if (Object.isFrozen(value)) written.set(value, json)
  return json
}
