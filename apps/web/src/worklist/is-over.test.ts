import { afterEach, expect, it } from 'vitest'
import { isOver } from './is-over.ts'

const zone = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = zone ?? 'UTC'
})

it.each([
  ['UTC', '2026-11-21T23:59:59.999Z', false],
  ['UTC', '2026-11-22T00:00:00.000Z', true],
  ['UTC', '2026-11-20T12:00:00.000Z', false],
  ['UTC', '2026-11-22T01:00:00+02:00', false],
  ['America/New_York', '2026-11-22T04:59:59.999Z', false],
  ['America/New_York', '2026-11-22T05:00:00.000Z', true],
])('in %s a list of 21-Nov-2026 is over at %s: %s', (place, at, over) => {
  process.env['TZ'] = place
  expect(isOver('2026-11-21', Date.parse(at))).toBe(over)
})
