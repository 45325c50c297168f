import type { CriterionResult, LevelResult, ScreeningResult } from '@kyphoscreen/rules'

const fixedParts = new Map<string, Map<string, string>>()
const constants = new WeakMap<object, string>()

/** Writes a result as JSON that reads back as `JSON.stringify` of it does; words that never change are written only once. */
export function resultJson(result: ScreeningResult): string {
  let json = `{"levels":${listJson(result.levels, levelJson)}`
  for (const key in result) {
    if (key === 'levels') continue
    const value = result[key as keyof ScreeningResult]
    json += `,"${key}":${Array.isArray(value) ? listJson<unknown>(value, valueJson) : valueJson(value)}`
  }
  return `${json}}`
}

function listJson<Item>(items: readonly Item[], itemJson: (item: Item) => string): string {
  if (items.length === 0) return '[]'
  let json = ''
  for (const item of items) json += `${json === '' ? '[' : ','}${itemJson(item)}`
  return `${json}]`
}

const levelJson = ({ level, outcome, because, criteria }: LevelResult) =>
  `{"level":"${level}","outcome":"${outcome}","because":${textJson(because)},"criteria":${listJson(criteria, criterionJson)}}`

function criterionJson(criterion: CriterionResult): string {
  const { because, missing, canBeMetOn, wouldChange } = criterion
  return `${fixedPartOf(criterion)}"because":${textJson(because)},"missing":${listJson(missing, textJson)},"canBeMetOn":${textJson(canBeMetOn)},"wouldChange":${textJson(wouldChange)}}`
}

const needsNoEscape = /^[ !#-[\]-~]*$/

function textJson(text: string | null): string {
  if (text === null) return 'null'
  return needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text)
}

/** What a reason says whatever the findings are: `{"id":…,"reading":…,`. */
function fixedPartOf(criterion: CriterionResult): string {
  const known = fixedParts.get(criterion.id)?.get(criterion.code)
  if (known !== undefined) return known
  const { because, missing, canBeMetOn, wouldChange, ...fixed } = criterion
  const json = `${JSON.stringify(fixed).slice(0, -1)},`
  const ofCriterion = fixedParts.get(criterion.id) ?? new Map<string, string>()
  fixedParts.set(criterion.id, ofCriterion.set(criterion.code, json))
  return json
}

function valueJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = constants.get(value)
  if (known !== undefined) return known
  const json = JSON.stringify(value)
  if (Object.isFrozen(value)) constants.set(value, json)
  return json
}
