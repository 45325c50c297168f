import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { jsonOf } from './json-of.ts'
import type { Lines } from './lines.ts'

/** Writes what is shared by many results, with what stands before it; it is frozen and so written once. */
function writer(before: string) {
  const written = new WeakMap<object, string>()
  return (value: object | null): string => {
    if (value === null) return `${before}null`
    const known = written.get(value)
    if (known !== undefined) return known
    const json = before + jsonOf(value)
    if (Object.isFrozen(value)) written.set(value, json)
    return json
  }
}

const firstItem = writer('')
const nextItem = writer(',')

/** The members of a result that are written as a whole, in their order. */
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
).map((name) => ({ name, write: writer(`,"${name}":`) }))

/** Adds a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function addResult(lines: Lines, result: ScreeningResult): void {
  const { levels, outcome, urgent, headline, assessedOn } = result
  for (let at = 0; at < levels.length; at++) {
    lines.add(at === 0 ? '{"levels":[' : ',')
    addLevel(lines, levels[at] as LevelResult)
  }
  lines.add(
    `],"outcome":"${outcome}","urgent":${urgent},"headline":${jsonOf(headline)},"assessedOn":"${assessedOn}"`,
  )
  for (const { name, write } of members) lines.add(write(result[name]))
  lines.add('}')
}

function addLevel(lines: Lines, { level, outcome, because, criteria }: LevelResult): void {
  lines.add(`{"level":"${level}","outcome":"${outcome}","because":${jsonOf(because)},"criteria":[`)
  for (let at = 0; at < criteria.length; at++) {
    const write = at === 0 ? firstItem : nextItem
    lines.add(write(criteria[at] as object))
  }
  lines.add(']}')
}
