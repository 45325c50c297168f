import { expect, it } from 'vitest'
import { ageOn } from './age.ts'

it.each([
  ['1948-04-05', '2026-04-04', 77, 'the day before the birthday'],
  ['1948-04-05', '2026-04-05', 78, 'the birthday'],
  ['1948-02-29', '2026-02-28', 77, 'the day before the first of March'],
  ['1948-02-29', '2026-03-01', 78, 'the first of March'],
  ['2026-11-21', '2026-11-21', 0, 'the day of birth'],
  ['2026-11-21', '2026-11-20', -1, 'before birth'],
])('a person born on %s is on %s %d years old: %s', (birthDate, day, years) => {
  expect(ageOn(birthDate, day)).toBe(years)
})
