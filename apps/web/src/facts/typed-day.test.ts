import { describe, expect, it } from 'vitest'
import { readTypedDay, tidyTypedDay, writeDistance, writeDistanceFromToday } from './typed-day.ts'

const assessedOn = '2026-11-21'
const read = (typed: string) => readTypedDay(typed, assessedOn)

describe('a typed date', () => {
  it.each([
    ['2026-11-05', '2026-11-05'],
    ['2026-1-5', '2026-01-05'],
    ['05-Nov-2026', '2026-11-05'],
    ['5 nov 2026', '2026-11-05'],
    ['5nov2026', '2026-11-05'],
    ['5. November 2026', '2026-11-05'],
    ['Nov 5, 2026', '2026-11-05'],
    ['September 7 2026', '2026-09-07'],
    ['7 Sept 2026', '2026-09-07'],
    ['  05-NOV-2026  ', '2026-11-05'],
    ['29-Feb-2024', '2024-02-29'],
    ['-10d', '2026-11-11'],
    ['-3w', '2026-10-31'],
    ['−3W', '2026-10-31'],
    ['-0d', '2026-11-21'],
    ['today', '2026-11-21'],
    ['yesterday', '2026-11-20'],
  ])('reads %s as %s', (typed, day) => {
    expect(read(typed)).toEqual({ read: 'day', day })
  })

  it.each(['', '   '])('takes a blank, %j, for nothing, never for a day', (typed) => {
    expect(read(typed)).toEqual({ read: 'nothing' })
  })

  it.each(['5/11', '05/11/2026', '5.11.2026', '05-11-2026', '11-05', '2026/11/05'])(
    'refuses %s, which may be two days, and says to write the month in letters',
    (typed) => {
      expect(read(typed)).toMatchObject({ read: 'no', why: expect.stringContaining('letters') })
    },
  )

  it.each(['5 Nov', '05-Nov-26', '5nov'])('asks for the year in four digits at %s', (typed) => {
    expect(read(typed)).toMatchObject({ read: 'no', why: expect.stringContaining('four digits') })
  })

  it.each(['31-Feb-2026', '2026-13-01', '2026-02-30', '29-Feb-2026', '00-Nov-2026', '5-Nov-1026'])(
    'refuses %s, which is no day of the calendar',
    (typed) => {
      expect(read(typed)).toMatchObject({ read: 'no', why: expect.stringContaining('calendar') })
    },
  )

  it.each([
    'soon',
    '-3x',
    '3w',
    '-3 months',
    '5-Foo-2026',
    '2026',
    '-',
    '--3d',
    '-3.5d',
    'nov 2026',
  ])('refuses %s with an example of what can be read', (typed) => {
    const answer = read(typed)
    expect(answer.read).toBe('no')
  })

  it('does not repeat what was typed when it refuses', () => {
    expect(JSON.stringify(read('Smith 5/11'))).not.toContain('Smith')
  })

  it('cannot count back while the day of assessment is not known', () => {
    expect(readTypedDay('-3w', undefined)).toMatchObject({
      read: 'no',
      why: expect.stringContaining('day of assessment'),
    })
  })

  it('is read in little time however long it is', () => {
    const started = performance.now()
    for (const text of ['-'.repeat(50_000), '1'.repeat(50_000), 'a '.repeat(25_000)]) read(text)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('writing a date', () => {
  it.each([
    ['2026-11-05', '16 days ago'],
    ['2026-11-20', '1 day ago'],
    ['2026-11-21', 'on the day of assessment'],
    ['2026-11-22', '1 day after the assessment'],
  ])('says that %s lies %s', (day, says) => {
    expect(writeDistance(day, assessedOn)).toBe(says)
  })

  it.each([
    ['2026-11-21', 'today'],
    ['2026-11-20', '1 day ago, not today'],
    ['2026-11-23', '2 days ahead, not today'],
  ])('says of an assessment on %s that it is %s', (day, says) => {
    expect(writeDistanceFromToday(day, assessedOn)).toBe(says)
  })

  it('tidies what can be read and leaves the rest as typed', () => {
    expect(tidyTypedDay('-3w', assessedOn)).toBe('31-Oct-2026')
    expect(tidyTypedDay('5/11', assessedOn)).toBe('5/11')
    expect(tidyTypedDay('', assessedOn)).toBe('')
  })
})
