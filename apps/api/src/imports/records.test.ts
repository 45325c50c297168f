import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { cellsOf } from './cells.ts'
import { type FileRecord, longestRecord, recordCutter } from './records.ts'

const cutAll = (bytes: Buffer, sizes: readonly number[], csv = true): FileRecord[] => {
  const cutter = recordCutter(csv)
  const records: FileRecord[] = []
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length
    const piece = bytes.subarray(at, at + size)
    at += piece.length
    for (const record of cutter.cut(piece, at >= bytes.length)) records.push(record)
  }
  expect(cutter.place.used).toBe(bytes.length)
  return records
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const cell = anyText(12).map((text) => text.replaceAll('\0', ''))
const spiced = fc.oneof(cell, fc.constantFrom('a,b', 'a\nb', '"', '""', '\r\n', ',', 'z"z\nz'))
const rows = fc.array(fc.array(spiced, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
})
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })

describe('The records of a CSV', () => {
  it('come back as they were written, wherever the pieces are cut', () => {
    const comesBack = fc.property(
      rows,
      sizes,
      fc.constantFrom('\n', '\r\n'),
      (written, cuts, end) => {
        const text = written.map((cells) => cells.map(quoted).join(',') + end).join('')
        const records = cutAll(Buffer.from(text), cuts)
        expect(records.map((record) => 'text' in record && cellsOf(record.text, ','))).toEqual(
          written,
        )
      },
    )
    fc.assert(comesBack, { numRuns: 500, seed: 20_261_121 })
  })

  it('are the same wherever the pieces are cut, whatever the bytes are', () => {
    const bytes = fc
      .uint8Array({ maxLength: 200 })
      .map((some) =>
        Buffer.from(some.map((byte) => [34, 10, 13, 44, 65, 255, 0, 66][byte % 8] ?? 0)),
      )
    const isTheSame = fc.property(bytes, sizes, (some, cuts) => {
      expect(cutAll(some, cuts)).toEqual(cutAll(some, [some.length]))
    })
    fc.assert(isTheSame, { numRuns: 1000, seed: 20_261_121 })
  })

  it('go on at the next line after a quote that is not closed', () => {
    expect(cutAll(Buffer.from('a,"b\nc,d\ne,f\n'), [100])).toEqual([
      { line: 1, refused: expect.stringContaining('opens a quote') },
      { line: 2, text: 'c,d' },
      { line: 3, text: 'e,f' },
    ])
  })

  it('end a text over many lines after 1 MiB at the latest', () => {
    const bytes = Buffer.from(`a,"b\n${'c,d\n'.repeat(longestRecord / 2)}`)
    const [first, second] = cutAll(bytes, [65_536])
    expect(first).toEqual({ line: 1, refused: expect.stringContaining('opens a quote') })
    expect(second).toEqual({ line: 2, text: 'c,d' })
  })
})

describe('A line of 100 MB', () => {
  it('is refused without being kept, and the line after it is read', () => {
    const cutter = recordCutter(true)
    const piece = Buffer.alloc(2 * 1024 * 1024, 'z')
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const records: FileRecord[] = []
    for (let turn = 0; turn < 50; turn++) {
      records.push(...cutter.cut(piece, false))
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    records.push(...cutter.cut(Buffer.from('\na,b\n'), true))
    expect(records).toEqual([
      { line: 1, refused: 'is longer than 1 MiB; shorten it' },
      { line: 2, text: 'a,b' },
    ])
    expect(most).toBeLessThan(16 * 1024 * 1024)
  })
})
