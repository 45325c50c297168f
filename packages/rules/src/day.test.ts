import { describe, expect, it } from 'vitest'
import { addDays, Day, dayNumber, daysBetween, writeDay, writeDays } from './day.ts'

const oneDay = 86_400_000

/** Writes a day number by the platform's calendar, which the rules do not use. */
const byThePlatform = (number: number) => new Date(number * oneDay).toISOString().slice(0, 10)

const everyDay = Array.from(
  { length: (Date.UTC(2201, 0, 1) - Date.UTC(1899, 0, 1)) / oneDay },
  (_, days) => Date.UTC(1899, 0, 1) / oneDay + days,
)

describe('a day', () => {
  it('has the number the platform gives it, on all 110,303 days around those that can be recorded', () => {
    const wrong = everyDay.filter((number) => dayNumber(byThePlatform(number)) !== number)
    expect([everyDay.length, wrong]).toEqual([110_303, []])
  })

  it('is found again a day later on every one of them', () => {
    const wrong = everyDay.filter(
      (number) => addDays(byThePlatform(number), 1) !== byThePlatform(number + 1),
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['2028-02-28', 1, '2028-02-29', 'a leap year'],
    ['2027-02-28', 1, '2027-03-01', 'an ordinary year'],
    ['2100-02-28', 1, '2100-03-01', 'a century is no leap year'],
    ['2000-02-28', 1, '2000-02-29', 'unless 400 divides it'],
    ['2026-12-31', 1, '2027-01-01', 'a new year'],
    ['2028-03-01', -1, '2028-02-29', 'back over a leap day'],
    ['2026-11-21', 0, '2026-11-21', 'no day at all'],
  ] as const)('%s and %i make %s: %s', (day, days, then, _reason) => {
    expect(addDays(day, days)).toBe(then)
    expect(daysBetween(day, then)).toBe(days)
  })

  it.each([
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['2027-02-29', false],
    ['2026-1-5', false],
  ])('%s can be recorded: %s', (day, canBe) => {
    expect(Day.safeParse(day).success).toBe(canBe)
  })

  it('is written with its month in letters', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      writeDay(`2026-${String(month + 1).padStart(2, '0')}-05`),
    )
    expect(months.map((written) => written.slice(0, 7)).join(' ')).toBe(
      '05-Jan- 05-Feb- 05-Mar- 05-Apr- 05-May- 05-Jun- 05-Jul- 05-Aug- 05-Sep- 05-Oct- 05-Nov- 05-Dec-',
    )
    expect(writeDay('2026-11-30')).toBe('30-Nov-2026')
  })

  it('is counted in the singular when it is one', () => {
    expect([0, 1, 2].map(writeDays)).toEqual(['0 days', '1 day', '2 days'])
  })
})
