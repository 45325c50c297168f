import type { CriterionResult, LevelResult, ScreeningResult } from '@kyphoscreen/rules'
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
  lines.addList(criteria, (criterion) => addCriterion(lines, criterion))
  lines.add('}')
}

function addCriterion(lines: JsonLines, criterion: CriterionResult): void {
  lines.add(fixedPartOf(criterion))
  lines.addText(criterion.because)
  const { missing, canBeMetOn } = criterion
  lines.add(missing.length === 0 ? ',"missing":[]' : `,"missing":["${missing.join('","')}"]`)
  lines.add(canBeMetOn === null ? ',"canBeMetOn":null' : `,"canBeMetOn":"${canBeMetOn}"`)
  lines.add(',"wouldChange":')
  lines.addText(criterion.wouldChange)
  lines.add('}')
}

const fixedParts = new Map<string, Map<string, string>>()

/** What a reason says whatever the findings are: `{"id":…,"reading":…,"because":`. */
function fixedPartOf(criterion: CriterionResult): string {
  const known = fixedParts.get(criterion.id)?.get(criterion.code)
  if (known !== undefined) return known
  const { because, missing, canBeMetOn, wouldChange, ...fixed } = criterion
  const json = `${JSON.stringify(fixed).slice(0, -1)},"because":`
  const ofCriterion = fixedParts.get(criterion.id) ?? new Map<string, string>()
  fixedParts.set(criterion.id, ofCriterion.set(criterion.code, json))
  return json
}
