import { describe, expect, it } from 'vitest'
import { line, prose } from '../src/contract/texts.ts'

describe('one line of text', () => {
  it.each([
    ['\n', 'a line feed'],
    ['\r', 'a carriage return'],
    ['\t', 'a tab'],
    ['\0', 'a NUL'],
    ['\u0085', 'the next-line character'],
    ['\u2028', 'a line separator'],
    ['\u2029', 'a paragraph separator'],
  ])('never holds %j, which is %s', (character) => {
    expect(line(100).safeParse(`Dr. Wick${character}Your referral`).success).toBe(false)
  })

  it('holds letters of any script', () => {
    expect(line(100).safeParse('Åsa Ünal, 山田').success).toBe(true)
  })
})

it('text of many lines holds line breaks and no NUL', () => {
  expect(prose(100).safeParse('one\nother').success).toBe(true)
  expect(prose(100).safeParse('one\0other').success).toBe(false)
})
