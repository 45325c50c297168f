import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

it('does not depend on the order of keys, at any depth', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(
    canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }),
  )
})

it('depends on the order of lists and on every value', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
  expect(canonicalJson({ a: false })).not.toBe(canonicalJson({}))
})
