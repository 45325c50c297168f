import { afterEach, expect, it } from 'vitest'
import { clinicDay } from './clinic-day.ts'

const zone = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = zone ?? 'UTC'
})

it.each([
  ['UTC', '2026-11-22T00:30:00Z', '2026-11-22'],
  ['America/New_York', '2026-11-22T00:30:00Z', '2026-11-21'],
  ['America/New_York', '2026-11-22T05:00:00Z', '2026-11-22'],
  ['Asia/Tokyo', '2026-11-21T15:00:00Z', '2026-11-22'],
  ['Europe/Berlin', '2026-03-29T23:30:00Z', '2026-03-30'],
])('the day in %s at %s is %s', (place, at, day) => {
  process.env['TZ'] = place
  expect(clinicDay(new Date(at))).toBe(day)
})
