import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../src/audit/canonical-json.ts'
import { sameJson } from '../src/replay/same-json.ts'

const small = fc.jsonValue({ maxDepth: 3, noUnicodeString: true })

it('two values are the same exactly when they are the same bytes as canonical JSON', () => {
  fc.assert(
    fc.property(small, small, (one, other) => {
      expect(sameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other))
      expect(sameJson(one, structuredClone(one))).toBe(true)
    }),
  )
})

it.each([
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ b: 2, a: [1, -0] }, { a: [1, 0], b: 2 }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: 1, b: 1 }, { a: 1 }, false],
  [[], {}, false],
  [[1], { 0: 1 }, false],
  [[1, 2], [1], false],
  [null, {}, false],
  ['1', 1, false],
])('%j beside %j: %s', (one, other, same) => {
  expect(sameJson(one, other)).toBe(same)
  expect(canonicalJson(one) === canonicalJson(other)).toBe(same)
})
