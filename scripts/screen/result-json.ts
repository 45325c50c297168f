import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { bytesOf, jsonOf } from './json-of.ts'
import type { Lines } from './lines.ts'

/** Writes what is shared by many results, with what stands before it; it is frozen and so written once. */
function writer(before: string) {
  const written = new WeakMap<object, Uint8Array>()
  return (value: object): Uint8Array => {
    const known = written.get(value)
    if (known !== undefined) return known
    const json = bytesOf(before + jsonOf(value))
    if (Object.isFrozen(value)) written.set(value, json)
    return json
  }
}

const most = 4096

/** Writes single values that many results share, with what stands before and behind them. */
function valueWriter<Value extends string | boolean>(before: string, behind = '') {
  const written = new Map<Value, Uint8Array>()
  return (value: Value): Uint8Array => {
    const known = written.get(value)
    if (known !== undefined) return known
    if (written.size >= most) written.clear()
    const json = bytesOf(before + jsonOf(value) + behind)
    written.set(value, json)
    return json
  }
}

const firstItem = writer('')
const nextItem = writer(',')

function addItems(lines: Lines, items: readonly object[]): void {
  for (let at = 0; at < items.length; at++) {
    const write = at === 0 ? firstItem : nextItem
    lines.add(write(items[at] as object))
  }
}

const comma = bytesOf(',')
const levelsBegin = bytesOf('{"levels":[')
const levelName = valueWriter('{"level":')
const levelOutcome = valueWriter(',"outcome":')
const because = valueWriter(',"because":', ',"criteria":[')
const levelEnds = bytesOf(']}')
const outcome = valueWriter('],"outcome":')
const urgent = valueWriter(',"urgent":')
const headline = valueWriter(',"headline":')
const assessedOn = valueWriter(',"assessedOn":')
const ruleset = writer(',"ruleset":')
const listBegins = {
  missing: bytesOf(',"missing":['),
  noNeedToChase: bytesOf('],"noNeedToChase":['),
  settles: bytesOf('],"settles":['),
}
const noNextChange = bytesOf('],"nextChange":null')
const nextChangeOn = valueWriter('],"nextChange":{"on":')
const nextChangeWhat = valueWriter(',"what":', '}')
const resultEnds = bytesOf('}\n')

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

/** Adds a line with a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function addResult(lines: Lines, result: ScreeningResult): void {
  const { levels, nextChange } = result
  lines.add(levelsBegin)
  for (let at = 0; at < levels.length; at++) {
    if (at > 0) lines.add(comma)
    addLevel(lines, levels[at] as LevelResult)
  }
  lines.add(outcome(result.outcome))
  lines.add(urgent(result.urgent))
  lines.add(headline(result.headline))
  lines.add(assessedOn(result.assessedOn))
  lines.add(ruleset(result.ruleset))
  lines.add(listBegins.missing)
  addItems(lines, result.missing)
  lines.add(listBegins.noNeedToChase)
  addItems(lines, result.noNeedToChase)
  lines.add(listBegins.settles)
  addItems(lines, result.settles)
  if (nextChange === null) lines.add(noNextChange)
  else {
    lines.add(nextChangeOn(nextChange.on))
    lines.add(nextChangeWhat(nextChange.what))
  }
  for (const { name, write } of lastMembers) lines.add(write(result[name]))
  lines.add(resultEnds)
}

function addLevel(lines: Lines, level: LevelResult): void {
  lines.add(levelName(level.level))
  lines.add(levelOutcome(level.outcome))
  lines.add(because(level.because))
  addItems(lines, level.criteria)
  lines.add(levelEnds)
}
