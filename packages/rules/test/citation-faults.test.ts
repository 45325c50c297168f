import { describe, expect, it } from 'vitest'
import type { Source } from '../src/source.ts'
import { faultsIn } from './citation-faults.ts'

const hash = (digit: string) => digit.repeat(64)
const recorded = { 'S1 4': hash('a'), 'S2 9': hash('b') }
const first: Source = { document: 'S1', paragraph: 4, sha256: hash('a') }
const second: Source = { document: 'S2', paragraph: 9, sha256: hash('b') }

const planted = [
  ['nothing is cited', [], recorded, 'it cites nothing'],
  ['a paragraph is cited twice', [first, first], recorded, 'it cites a paragraph twice'],
  [
    'a paragraph lies beyond its page',
    [{ ...first, paragraph: 9 }],
    { ...recorded, 'S1 9': hash('a') },
    'it: S1 9 is beyond the page',
  ],
  [
    'a testimonial is cited',
    [{ ...second, paragraph: 13 }],
    { ...recorded, 'S2 13': hash('b') },
    'it: S2 13 says nothing clinical',
  ],
  ['a hash is cut short', [{ ...first, sha256: 'a' }], recorded, 'it: S1 4 carries no SHA-256'],
  ['no hash is recorded', [first], { 'S2 9': hash('b') }, 'it: S1 4 has no recorded hash'],
  [
    'the hash is another',
    [{ ...first, sha256: hash('c') }],
    recorded,
    'it: S1 4 carries another hash',
  ],
  ['a hash is recorded for nothing', [first], recorded, 'S2 9 is recorded and nothing cites it'],
  [
    'two paragraphs share a hash',
    [first, second],
    { 'S1 4': hash('a'), 'S2 9': hash('a') },
    'S2 9 has the hash of another paragraph',
  ],
] as const satisfies readonly [string, readonly Source[], Record<string, string>, string][]

describe('the check of the citations', () => {
  it('finds no fault in citations that have none', () => {
    expect(faultsIn([{ what: 'it', sources: [first, second] }], recorded)).toEqual([])
  })

  it.each(planted)('notices that %s', (_, sources, hashes, fault) => {
    expect(faultsIn([{ what: 'it', sources }], hashes)).toContain(fault)
  })
})
