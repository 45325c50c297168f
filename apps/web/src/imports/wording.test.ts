import { describe, expect, it } from 'vitest'
import { percentOf, writeBytes, writeMany, writeSoFar, writeStored } from './wording.ts'

const counts = { rows: 1200, imported: 1100, skipped: 60, refused: 40, patients: 1000 }

describe('The words of an import', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [12_345_678, '12.3 MB'],
    [2_147_483_648, '2.1 GB'],
  ])('write %i bytes as %s', (bytes, written) => {
    expect(writeBytes(bytes)).toBe(written)
  })

  it.each([
    [0, 0, 0],
    [999, 1000, 99],
    [9_999, 10_000, 99],
    [10, 10, 100],
    [11, 10, 100],
  ])('say of %i out of %i that %i percent are done', (done, all, percent) => {
    expect(percentOf(done, all)).toBe(percent)
  })

  it('say what became of the rows so far', () => {
    expect(writeSoFar(counts)).toBe('1,200 rows read: 1,100 imported, 60 already here, 40 refused')
  })

  it('count one and many', () => {
    expect([writeMany(1, 'row'), writeMany(2, 'row')]).toEqual(['1 row', '2 rows'])
  })

  it('say what a cancelled import left behind', () => {
    expect(writeStored({ counts })).toBe('1,100 referrals stored before that stay.')
    expect(writeStored({ counts: { ...counts, imported: 0 } })).toBe('Nothing was stored.')
  })
})
