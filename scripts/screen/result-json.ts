import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { bytesOf, jsonOf } from './json-of.ts'
import type { Lines } from './lines.ts'

/** Writes what is shared by many results, with what stands before and behind it; it is frozen and so written once. */
function writer(before: string, behind = '') {
  const written = new WeakMap<object, Uint8Array>()
  return (value: object): Uint8Array => {
    const known = written.get(value)
    if (known !== undefined) return known
    const json = bytesOf(before + jsonOf(value) + behind)
    if (Object.isFrozen(value)) written.set(value, json)
    return json
  }
}

const most = 4096

/** Writes single values that many results share, with what stands before and behind them. */
function valueWriter<Value extends string>(before: string, behind = '') {
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

type LevelBegin = Pick<LevelResult, 'level' | 'outcome' | 'because'> & { written: Uint8Array }

const levelsBegun = new Map<LevelResult['level'], LevelBegin[]>()
const mostBeginnings = 16

/** Writes how a level begins, which few do differently. */
function levelBegin({ level, outcome, because }: LevelResult): Uint8Array {
  const begun = levelsBegun.get(level) ?? []
  for (const one of begun) {
    if (one.outcome === outcome && one.because === because) return one.written
  }
  const json = jsonOf({ level, outcome, because }).slice(0, -1)
  const written = bytesOf(`${json},"criteria":[`)
  levelsBegun.set(level, [
    { level, outcome, because, written },
    ...begun.slice(0, mostBeginnings - 1),
  ])
  return written
}

const levelEnds = bytesOf(']}')
const outcomeUrgent = valueWriter('],"outcome":', ',"urgent":true')
const outcomeNotUrgent = valueWriter('],"outcome":', ',"urgent":false')
const headline = valueWriter(',"headline":')
const assessedOn = valueWriter(',"assessedOn":')
const ruleset = writer(',"ruleset":', ',"missing":[')
const listBegins = {
  noNeedToChase: bytesOf('],"noNeedToChase":['),
  settles: bytesOf('],"settles":['),
}
const noNextChange = bytesOf('],"nextChange":null')
const nextChangeOn = valueWriter('],"nextChange":{"on":')
const nextChangeWhat = valueWriter(',"what":', '}')
const redFlags = writer(',"redFlags":')
const cautions = writer(',"cautions":')
const documentationGaps = writer(',"documentationGaps":')
const notRecordedSafetyChecks = writer(',"notRecordedSafetyChecks":')
const advisories = writer(',"advisories":')
const conflicts = writer(',"conflicts":', '}\n')

/** Adds a line with a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function addResult(lines: Lines, result: ScreeningResult): void {
  const { levels, nextChange } = result
  lines.add(levelsBegin)
  for (let at = 0; at < levels.length; at++) {
    if (at > 0) lines.add(comma)
    addLevel(lines, levels[at] as LevelResult)
  }
  const outcome = result.urgent ? outcomeUrgent : outcomeNotUrgent
  lines.add(outcome(result.outcome))
  lines.add(headline(result.headline))
  lines.add(assessedOn(result.assessedOn))
  lines.add(ruleset(result.ruleset))
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
  lines.add(redFlags(result.redFlags))
  lines.add(cautions(result.cautions))
  lines.add(documentationGaps(result.documentationGaps))
  lines.add(notRecordedSafetyChecks(result.notRecordedSafetyChecks))
  lines.add(advisories(result.advisories))
  lines.add(conflicts(result.conflicts))
}

function addLevel(lines: Lines, level: LevelResult): void {
  lines.add(levelBegin(level))
  addItems(lines, level.criteria)
  lines.add(levelEnds)
}
