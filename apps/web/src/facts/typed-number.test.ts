import { describe, expect, it } from 'vitest'
import { fields } from './fields.ts'
import { readTypedNumber } from './typed-number.ts'

const percent = { least: 0, most: 100, whole: false }

describe('a typed number', () => {
  it.each([
    ['0', 0],
    ['7.6', 7.6],
    [' 20 ', 20],
    ['100', 100],
    ['007', 7],
  ])('reads %j as %d', (typed, number) => {
    expect(readTypedNumber(typed, percent)).toEqual({ read: 'number', number })
  })

  it.each(['', '   '])('takes a blank, %j, for nothing, never for zero', (typed) => {
    expect(readTypedNumber(typed, percent)).toEqual({ read: 'nothing' })
  })

  it.each(['7,6', 'ten', '1e1', '0x10', '-5', '+5', '.5', '5.', '20%', '1 000', 'NaN', 'Infinity'])(
    'refuses %s',
    (typed) => {
      expect(readTypedNumber(typed, percent).read).toBe('no')
    },
  )

  it('refuses a number outside its scale and says the scale', () => {
    expect(readTypedNumber('100.1', percent)).toMatchObject({
      why: expect.stringContaining('from 0 to 100'),
    })
  })

  it('refuses a part of a day', () => {
    expect(readTypedNumber('14.5', fields.careDays).read).toBe('no')
  })

  it('takes its bounds from the rules', () => {
    expect(fields.rolandMorris).toMatchObject({ least: 0, most: 24, whole: false })
    expect(fields.careDays).toMatchObject({ least: 0, whole: true })
  })
})
