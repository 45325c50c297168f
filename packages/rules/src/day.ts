import { z } from 'zod'
import { mapOf, remembered } from './remembered.ts'

/** A calendar day written `YYYY-MM-DD`, a real one, from 1900 to 2199; it carries no time and no zone. */
export const Day = z.iso
  .date({
    abort: true,
    error: ({ input }) =>
      input === undefined ? 'is required' : 'must be a real calendar day written YYYY-MM-DD',
  })
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', {
    error: 'must lie between 1900 and 2199',
  })
export type Day = z.infer<typeof Day>

const twoDigits = (text: string, at: number) =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** Divides whole numbers from 0 up and drops the rest; the engine does this without a floating-point division. */
const wholes = (dividend: number, divisor: number) => (dividend / divisor) | 0

/** Counts the days from 1970-01-01 to a day, in the proleptic Gregorian calendar. */
export function dayNumber(day: Day): number {
  const month = twoDigits(day, 5)
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2) - (month <= 2 ? 1 : 0)
  const dayOfYear = wholes(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + twoDigits(day, 8)
  const leapDays = wholes(year, 4) - wholes(year, 100) + wholes(year, 400)
  return year * 365 + leapDays + dayOfYear - 719_469
}

/** Counts the whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

const inTwoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

/** Gives the day of a day number; the inverse of `dayNumber`. */
function dayOfNumber(number: number): Day {
  const fromEraZero = number + 719_468
  const era = Math.floor(fromEraZero / 146_097)
  const dayOfEra = fromEraZero - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - 365 * yearOfEra - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return `${year}-${inTwoDigits[month]}-${inTwoDigits[dayOfMonth]}`
}

const daysByNumber = mapOf<number, Day>()

/** Gives the day that lies a number of days after another. */
export function addDays(day: Day, days: number): Day {
  const number = dayNumber(day) + days
  return remembered(daysByNumber, number, () => dayOfNumber(number))
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Writes a day the clinical way, `05-Nov-2026`. */
export const writeDay = (day: Day): string =>
  remembered(
    daysWritten,
    day,
    () => `${day.slice(8, 10)}-${months[twoDigits(day, 5) - 1]}-${day.slice(0, 4)}`,
  )

const daysWritten = mapOf<Day, string>()

/** Writes a count of days, `1 day` or `16 days`. */
export const writeDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`
