import type { Day } from '@kyphoscreen/rules'

/** Counts the completed years from birth to a day; negative when the day comes before birth. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
