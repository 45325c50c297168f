import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, jsonOf } from './json-of.ts'
import { Lines } from './lines.ts'

const ascii = /^[\0-~]*$/

describe('writing JSON in ASCII', () => {
  it('reads back as what was written, whatever letters it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), fc.boolean(), (letters, isList) => {
        const says = String.fromCharCode(...letters)
        const value = isList ? [says, null, true] : says
        const json = jsonOf(value)
        expect(JSON.parse(json)).toEqual(value)
        expect(json).toMatch(ascii)
      }),
    )
  })

  it('writes every letter beyond ASCII as its escape', () => {
    expect(jsonOf({ says: 'µ 😀 \u007f "' })).toBe('{"says":"\\u00b5 \\ud83d\\ude00 \\u007f \\""}')
  })
})

describe('gathering lines', () => {
  it('keeps pieces of any length in order, however many there are, and starts anew once taken', () => {
    const lines = new Lines()
    const pieces = Array.from({ length: 10_000 }, (_, at) => `${at},`.repeat((at % 160) + 1))
    for (const piece of pieces) lines.add(bytesOf(piece))
    expect(Buffer.from(lines.take()).toString() === pieces.join('')).toBe(true)
    lines.add(bytesOf('next'))
    expect(Buffer.from(lines.take()).toString()).toBe('next')
  })
})
