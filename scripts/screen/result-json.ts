import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { jsonOf } from './json-of.ts'
import type { Lines } from './lines.ts'

/** Writes what is shared by many results, with what stands before it; it is frozen and so written once. */
function writer(before: string) {
  const written = new WeakMap<object, string>()
  return (value: object): string => {
    const known = written.get(value)
    if (known !== undefined) return known
    const json = before + jsonOf(value)
    if (Object.isFrozen(value)) written.set(value, json)
    return json
  }
}

const firstItem = writer('')
const nextItem = writer(',')

/** Writes a list item by item: there are few items and many lists of them. */
const listWriter = (before: string) => (items: readonly object[]) => {
  let json = `${before}[`
  for (let at = 0; at < items.length; at++) {
    json += (at === 0 ? firstItem : nextItem)(items[at] as object)
  }
  return `${json}]`
}

const most = 4096
const sentences = new Map<string, string>()

/** Writes a sentence that many results share. */
function sentenceOf(text: string): string {
  const known = sentences.get(text)
  if (known !== undefined) return known
  if (sentences.size >= most) sentences.clear()
  const json = jsonOf(text)
  sentences.set(text, json)
  return json
}

const nextChangeOf = ({ nextChange }: ScreeningResult) =>
  nextChange === null
    ? ',"nextChange":null'
    : `,"nextChange":{"on":"${nextChange.on}","what":${sentenceOf(nextChange.what)}}`

const missing = listWriter(',"missing":')
const noNeedToChase = listWriter(',"noNeedToChase":')
const settles = listWriter(',"settles":')
const ruleset = writer(',"ruleset":')

/** The last members of a result, in their order, which are written as a whole. */
const lastMembers = (
  [
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
  lines.add(ruleset(result.ruleset))
  lines.add(missing(result.missing))
  lines.add(noNeedToChase(result.noNeedToChase))
  lines.add(settles(result.settles))
  lines.add(nextChangeOf(result))
  for (const { name, write } of lastMembers) lines.add(write(result[name]))
  lines.add('}')
}

function addLevel(lines: Lines, { level, outcome, because, criteria }: LevelResult): void {
  lines.add(
    `{"level":"${level}","outcome":"${outcome}","because":${sentenceOf(because)},"criteria":[`,
  )
  for (let at = 0; at < criteria.length; at++) {
    const write = at === 0 ? firstItem : nextItem
    lines.add(write(criteria[at] as object))
  }
  lines.add(']}')
}
