import { addDays, Day, daysBetween, writeDay, writeDays } from '@kyphoscreen/rules'

/** What a typed date comes to: nothing typed, a day, or the reason it can't be read with its remedy. */
export type TypedDay = { read: 'nothing' } | { read: 'day'; day: Day } | { read: 'no'; why: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const example = 'such as 05-Nov-2026, 2026-11-05, -10d or -3w'

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const dayFirst = /^(\d{1,2})[- ./]{0,2}([a-z]{3,9})\.?[- ,./]{0,2}(\d{4})$/
const monthFirst = /^([a-z]{3,9})\.?[- ](\d{1,2})[, -]{1,2}(\d{4})$/
const ago = /^[-−–](\d{1,4}) ?(d|w)$/
const numbersOnly = /^\d{1,4}[./-]\d{1,2}([./-]\d{1,4})?$/
const yearTooShort = /^\d{1,2}[- ./]?[a-z]{3,9}[- ./]?(\d{1,2})?$/

const monthNumber = (word: string) =>
  (word.length === 3 || word === 'sept'
    ? months.indexOf(word.slice(0, 3))
    : fullMonths.indexOf(word)) + 1

function calendarDay(year: string, month: number, date: string): TypedDay {
  const written = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  const read = Day.safeParse(written)
  return read.success
    ? { read: 'day', day: read.data }
    : { read: 'no', why: 'is not a day of the calendar; correct it' }
}

const no = (why: string): TypedDay => ({ read: 'no', why })

function inWords(day: string, month: string, year: string): TypedDay {
  const number = monthNumber(month)
  return number === 0 ? no(`names no month; write it ${example}`) : calendarDay(year, number, day)
}

/** Reads a typed date; `-10d` and `-3w` count back from a given day, and what could be two days is refused. */
export function readTypedDay(typed: string, countFrom: Day | undefined): TypedDay {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (text === '') return { read: 'nothing' }
  const [, isoYear, isoMonth, isoDate] = isoDay.exec(text) ?? []
  if (isoYear && isoMonth && isoDate) return calendarDay(isoYear, Number(isoMonth), isoDate)
  const [, date, monthAfter, year] = dayFirst.exec(text) ?? []
  if (date && monthAfter && year) return inWords(date, monthAfter, year)
  const [, monthBefore, dateAfter, yearAfter] = monthFirst.exec(text) ?? []
  if (monthBefore && dateAfter && yearAfter) return inWords(dateAfter, monthBefore, yearAfter)
  const [, count, unit] = ago.exec(text) ?? []
  if (count || text === 'today' || text === 'yesterday') {
    if (countFrom === undefined) return no('counts from the day of assessment; correct that first')
    const days = count ? Number(count) * (unit === 'w' ? 7 : 1) : text === 'today' ? 0 : 1
    return calendarDayBefore(countFrom, days)
  }
  if (numbersOnly.test(text)) {
    return no(
      'could be read as two different days; write the month in letters, such as 05-Nov-2026',
    )
  }
  if (yearTooShort.test(text)) return no('needs the year in four digits, such as 05-Nov-2026')
  return no(`is not a date that can be read; write it ${example}`)
}

function calendarDayBefore(from: Day, days: number): TypedDay {
  const read = Day.safeParse(addDays(from, -days))
  return read.success
    ? { read: 'day', day: read.data }
    : no('is not a day of the calendar; correct it')
}

/** Writes how far a day lies from the day of assessment, `16 days ago`. */
export function writeDistance(day: Day, assessedOn: Day): string {
  const days = daysBetween(day, assessedOn)
  if (days === 0) return 'on the day of assessment'
  return days > 0 ? `${writeDays(days)} ago` : `${writeDays(-days)} after the assessment`
}

/** Writes what was typed the clinical way once it is read; leaves it as typed when it is not. */
export function tidyTypedDay(typed: string, countFrom: Day | undefined): string {
  const read = readTypedDay(typed, countFrom)
  return read.read === 'day' ? writeDay(read.day) : typed
}

/** Writes how far the day of assessment lies from today, `3 days ago, not today`. */
export function writeDistanceFromToday(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  return days > 0 ? `${writeDays(days)} ago, not today` : `${writeDays(-days)} ahead, not today`
}
