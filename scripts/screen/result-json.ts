import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import type { JsonLines } from './json-lines.ts'

/** Adds a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function addResult(lines: JsonLines, result: ScreeningResult): void {
  lines.add('{"levels":')
  lines.addList(result.levels, (level) => addLevel(lines, level))
  for (const key in result) {
    if (key === 'levels') continue
    lines.add(`,"${key}":`)
    lines.addValue(result[key as keyof ScreeningResult])
  }
  lines.add('}')
}

function addLevel(lines: JsonLines, { level, outcome, because, criteria }: LevelResult): void {
  lines.add(`{"level":"${level}","outcome":"${outcome}","because":`)
  lines.addText(because)
  lines.add(',"criteria":')
  lines.addList(criteria, (criterion) => lines.addValue(criterion))
  lines.add('}')
}
