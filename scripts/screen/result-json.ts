import type { LevelResult, ScreeningResult } from '@kyphoscreen/rules'
import { jsonOf } from './json-of.ts'

/** Writes a result as JSON that reads back as `JSON.stringify` of it does; only the order of keys differs. */
export function resultAsJson(result: ScreeningResult): string {
  let json = '{"levels":['
  for (const level of result.levels) {
    if (level !== result.levels[0]) json += ','
    json += levelAsJson(level)
  }
  json += ']'
  for (const key in result) {
    if (key !== 'levels') json += `,"${key}":${jsonOf(result[key as keyof ScreeningResult])}`
  }
  return `${json}}`
}

const levelAsJson = ({ level, outcome, because, criteria }: LevelResult): string =>
  `{"level":"${level}","outcome":"${outcome}","because":${jsonOf(because)},"criteria":${jsonOf(criteria)}}`
