import { addDays, type Day, daysBetween, writeDay, writeDays } from '@kyphoscreen/rules'
import { readTypedDay, type TypedDay } from '../facts/typed-day.ts'

/** Writes when something is due, `3 days overdue`; `no due date` when there is none. */
export function writeDue(dueOn: Day | null, today: Day): string {
  if (dueOn === null) return 'no due date'
  const days = daysBetween(today, dueOn)
  if (days === 0) return 'due today'
  return days < 0 ? `${writeDays(-days)} overdue` : `due in ${writeDays(days)}`
}

/** Writes how far a day lies from today, `16 days ago`, `in 3 days`. */
export function writeFromToday(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  return days > 0 ? `${writeDays(days)} ago` : `in ${writeDays(-days)}`
}

/** Writes a day with its distance from today, `05-Nov-2026, 16 days ago`. */
export const writeDayAndDistance = (day: Day, today: Day): string =>
  `${writeDay(day)}, ${writeFromToday(day, today)}`

const ahead = /^\+(\d{1,3}) ?(d|w)$/

/** Reads a typed date as elsewhere, and also `tomorrow`, `+3d` and `+2w` counted from today. */
export function readDueDay(typed: string, today: Day): TypedDay {
  const text = typed.trim().toLowerCase()
  if (text === 'tomorrow') return { read: 'day', day: addDays(today, 1) }
  const [, count, unit] = ahead.exec(text) ?? []
  if (count === undefined) return readTypedDay(typed, today)
  return { read: 'day', day: addDays(today, Number(count) * (unit === 'w' ? 7 : 1)) }
}
