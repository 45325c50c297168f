import { describe, expect, it } from 'vitest'
import { readChosen } from './chosen-file.ts'

describe('A chosen file', () => {
  it.each([
    ['referrals.csv', 'csv'],
    ['REFERRALS.CSV', 'csv'],
    ['november.2026.ndjson', 'ndjson'],
    ['referrals.jsonl', 'ndjson'],
  ])('named %s is sent as %s', (name, format) => {
    const file = { name, size: 10 }
    expect(readChosen(file)).toEqual({ file, format })
  })

  it.each([
    ['a spreadsheet', { name: 'referrals.xlsx', size: 10 }, 'not a CSV or NDJSON file'],
    ['a name without an ending', { name: 'csv.', size: 10 }, 'not a CSV or NDJSON file'],
    ['no file', undefined, 'Choose a CSV'],
    ['an empty file', { name: 'referrals.csv', size: 0 }, 'is empty'],
    ['a file too large', { name: 'referrals.csv', size: 2 ** 31 + 1 }, 'larger than 2 GiB'],
  ])('is not sent when it is %s', (_, file, says) => {
    expect(readChosen(file)).toEqual({ problem: expect.stringContaining(says) })
  })
})
