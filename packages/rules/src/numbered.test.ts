import { describe, expect, it } from 'vitest'
import { CareModality, LevelName, MriFinding } from './facts.ts'
import { numbersOf, pair } from './numbered.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, number) => number)

/** Gives how many numbers a fact's values have, and the number of each of these. */
function numbered(name: string, values: readonly unknown[]) {
  const { size, numberOf } = numbersOf(name)
  return [size, values.map(numberOf)]
}

describe('the values of a fact are numbered', () => {
  it.each([
    ['mriFinding', MriFinding.options],
    ['level', LevelName.options],
    ['mriMarrowEdema', [true, false]],
    ['qualityOfLifeLimited', [true, false]],
  ])('of a choice one by one, of %s too, and what is no choice last', (name, options) => {
    const count = options.length
    expect(numbered(name, [undefined, ...options, 'no choice'])).toEqual([
      count + 2,
      upTo(count + 2),
    ])
  })

  it('of a list only when it holds a single choice', () => {
    const { options } = CareModality
    const last = options.length + 1
    const single = options.map((one) => [one])
    expect(
      numbered('careModalities', [undefined, ...single, [], options.slice(0, 2), ['no choice']]),
    ).toEqual([last + 1, [...upTo(last), last, last, last]])
  })

  it('of whole numbers up to 125, and every other number last', () => {
    expect(numbered('painScore', [undefined, ...upTo(126), 126, 1000, -1, 7.5])).toEqual([
      128,
      [...upTo(127), 127, 127, 127, 127],
    ])
    expect(numbered('oldestFractureDays', [undefined, 0, 125, 126])).toEqual([
      128,
      [0, 1, 126, 127],
    ])
  })

  it('of days from 1900 to 2199, and every other day last', () => {
    const days = ['1900-01-01', '1900-01-02', '2199-12-31', '1899-12-31', '2200-01-01']
    const count = 300 * 365 + 73
    expect(numbered('onsetOn', [undefined, ...days])).toEqual([
      count + 2,
      [0, 1, 2, count, count + 1, count + 1],
    ])
  })
})

it('gives no two pairs of numbers the same number, and small ones a small one', () => {
  const numbers = upTo(60).flatMap((one) => upTo(60).map((other) => pair(one, other)))
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.every((number) => Number.isInteger(number) && number >= 0)).toBe(true)
  expect(Math.max(...numbers)).toBeLessThan(4 * numbers.length)
})
