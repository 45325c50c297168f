import type { Day } from '@kyphoscreen/rules'

const yearOf = (day: Day) => Number(day.slice(0, 4))
const inItsYear = (day: Day) => day.slice(5)

/** Gives the age in whole years on a day; below zero before birth. */
export const ageOn = (birthDate: Day, on: Day): number =>
  yearOf(on) - yearOf(birthDate) - (inItsYear(on) < inItsYear(birthDate) ? 1 : 0)

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Gives the day on which somebody reaches an age; who is born on 29 February does so on 1 March in other years. */
export function birthdayOf(birthDate: Day, age: number): Day {
  const year = yearOf(birthDate) + age
  const day = inItsYear(birthDate)
  return `${year}-${day === '02-29' && !isLeap(year) ? '03-01' : day}`
}
