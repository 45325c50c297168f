import { describe, expect, it } from 'vitest'
import { readDueDay, writeDue, writeFromToday } from './due.ts'

const today = '2026-11-21'

describe('a due date', () => {
  it.each([
    [null, 'no due date'],
    ['2026-11-21', 'due today'],
    ['2026-11-18', '3 days overdue'],
    ['2026-11-20', '1 day overdue'],
    ['2026-11-24', 'due in 3 days'],
  ])('%s is said as %s', (dueOn, written) => {
    expect(writeDue(dueOn, today)).toBe(written)
  })

  it.each([
    ['+3d', '2026-11-24'],
    ['+2w', '2026-12-05'],
    ['tomorrow', '2026-11-22'],
    ['-1d', '2026-11-20'],
    ['24-Nov-2026', '2026-11-24'],
  ])('typed as %s is %s', (typed, day) => {
    expect(readDueDay(typed, today)).toEqual({ read: 'day', day })
  })

  it('is nothing when nothing is typed, and refused when it cannot be read', () => {
    expect(readDueDay(' ', today)).toEqual({ read: 'nothing' })
    expect(readDueDay('soon', today).read).toBe('no')
  })
})

it.each([
  ['2026-11-05', '16 days ago'],
  ['2026-11-21', 'today'],
  ['2026-11-24', 'in 3 days'],
])('%s lies %s', (day, written) => {
  expect(writeFromToday(day, today)).toBe(written)
})
