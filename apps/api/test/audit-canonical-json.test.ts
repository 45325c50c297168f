import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../src/audit/canonical-json.ts'

describe('Canonical JSON', () => {
  it('is written as RFC 8785 has it', () => {
    const numbers = JSON.parse(
      '[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0]',
    )
    const value = {
      numbers,
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('has its members in the order of their UTF-16 code units', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '\u00f6': 7,
      '10': 8,
    }
    expect(Object.keys(JSON.parse(canonicalJson(value)))).toHaveLength(8)
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"10":8,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', 1n, () => 1])(
    'refuses what JSON cannot hold',
    (value) => {
      expect(() => canonicalJson([value])).toThrow('canonical JSON')
    },
  )
})
