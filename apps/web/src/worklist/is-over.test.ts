import { expect, it } from 'vitest'
import { isOver } from './is-over.ts'

it.each([
  ['2026-11-21T23:59:59.999Z', false],
  ['2026-11-22T00:00:00.000Z', true],
  ['2026-11-20T12:00:00.000Z', false],
  ['2026-11-22T01:00:00+02:00', false],
])('a list of 21-Nov-2026 is over at %s: %s', (at, over) => {
  expect(isOver('2026-11-21', Date.parse(at))).toBe(over)
})
