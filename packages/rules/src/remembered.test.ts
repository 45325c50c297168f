import { describe, expect, it } from 'vitest'
import {
  forgetEverything,
  further,
  keep,
  mapOf,
  memoryOf,
  remembered,
  withItem,
} from './remembered.ts'

describe('what was made before', () => {
  it('is given again and not made again', () => {
    const memory = new Map<string, object>()
    const first = remembered(memory, 'key', () => ({}))
    expect(remembered(memory, 'key', () => ({}))).toBe(first)
    expect(remembered(memory, 'other', () => ({}))).not.toBe(first)
  })

  it('is forgotten only once 16,384 things are remembered, so that memory stays bounded', () => {
    const memory = new Map<number, object>()
    const made = Array.from({ length: 16_384 }, (_, key) =>
      remembered(memory, key, () => ({ key })),
    )
    expect(memory.size).toBe(16_384)
    expect(remembered(memory, 0, () => ({}))).toBe(made[0])
    remembered(memory, 16_384, () => ({ key: 16_384 }))
    expect([...memory.keys()]).toEqual([16_384])
  })
})

describe('what was made for several keys', () => {
  it('is found again by the same keys in the same order, and by no others', () => {
    const memory = memoryOf<string>()
    const at = (...keys: unknown[]) =>
      keys.reduce<typeof memory.first>((place, key) => further(place, key), memory.first)
    keep(memory, at('L1', true, undefined), 'made')
    expect(at('L1', true, undefined).made).toBe('made')
    const others = [
      ['L1', true],
      ['L1', undefined, true],
      ['L1', true, undefined, 1],
      ['L1', 1, 0],
    ]
    expect(others.map((keys) => at(...keys).made)).toEqual(others.map(() => undefined))
  })

  it('is forgotten only once 16,384 things are kept, so that memory stays bounded', () => {
    const memory = memoryOf<number>()
    for (let key = 0; key < 16_384; key++) keep(memory, further(memory.first, key), key)
    expect([memory.kept, further(memory.first, 0).made]).toEqual([16_384, 0])
    expect(keep(memory, further(memory.first, 16_384), 16_384)).toBe(16_384)
    expect([memory.kept, further(memory.first, 0).made]).toEqual([1, undefined])
  })
})

describe('a list that is remembered', () => {
  it('is the same for the same items in the same order, and frozen with them', () => {
    const memory = memoryOf<object[]>()
    const [one, other] = [{}, {}]
    const listOf = (...items: object[]) =>
      items.reduce<typeof memory.first>(
        (place, item) => withItem(memory, place, item),
        memory.first,
      ).made
    expect(listOf(one, other)).toEqual([one, other])
    expect(listOf(one, other)).toBe(listOf(one, other))
    expect(listOf(other, one)).not.toBe(listOf(one, other))
    expect([listOf(one), one].every(Object.isFrozen)).toBe(true)
    expect(memory.kept).toBe(4)
  })
})

describe('forgetting everything', () => {
  it('has all made anew', () => {
    const [memory, map] = [memoryOf<string>(), mapOf<string, string>()]
    keep(memory, further(memory.first, 'key'), 'made')
    remembered(map, 'key', () => 'made')
    forgetEverything()
    expect([memory.kept, further(memory.first, 'key').made, map.size]).toEqual([0, undefined, 0])
  })
})
