import { describe, expect, it } from 'vitest'
import { remembered } from './remembered.ts'

describe('what was made before', () => {
  it('is given again and not made again', () => {
    const memory = new Map<string, object>()
    const first = remembered(memory, 'key', () => ({}))
    expect(remembered(memory, 'key', () => ({}))).toBe(first)
    expect(remembered(memory, 'other', () => ({}))).not.toBe(first)
  })

  it('is forgotten only once 4096 things are remembered, so that memory stays bounded', () => {
    const memory = new Map<number, object>()
    const made = Array.from({ length: 4096 }, (_, key) => remembered(memory, key, () => ({ key })))
    expect(memory.size).toBe(4096)
    expect(remembered(memory, 0, () => ({}))).toBe(made[0])
    remembered(memory, 4096, () => ({ key: 4096 }))
    expect([...memory.keys()]).toEqual([4096])
  })
})
