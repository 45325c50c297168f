import type { ReplayCounts } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import {
  writeChanged,
  writeComesTo,
  writeDone,
  writeErased,
  writeOwn,
  writeOwnCounts,
} from './replay-words.ts'

const counts = (done: number, own: Partial<ReplayCounts['own']> = {}): ReplayCounts => ({
  done,
  erased: 0,
  own: { identical: done, different: 0, notReplayed: 0, ...own },
  versions: [],
  kinds: {
    ...{ same: done, words: 0, remarks: 0, standing: 0 },
    ...{ outcome: 0, 'not-screened': 0, unreadable: 0 },
  },
  flips: [],
  through: [],
})

describe('What a replay found, in words', () => {
  it('tells none, one, all and some apart under their own version', () => {
    expect(writeOwnCounts(counts(0))).toBe('There is no recorded screening.')
    expect(writeOwnCounts(counts(1))).toContain('The one screening is, byte for byte,')
    expect(writeOwnCounts(counts(1_234))).toContain('All 1,234 screenings are, byte for byte,')
    expect(writeOwnCounts(counts(9, { identical: 7, different: 1, notReplayed: 1 }))).toBe(
      'Of 9 screenings, 1 differs from what their own version answers, and 1 cannot be replayed.',
    )
  })

  it('tells how many were erased, and never takes them for none', () => {
    expect(writeErased(counts(3))).toBeUndefined()
    expect(writeErased({ ...counts(3), erased: 1 })).toContain('1 screening was erased')
    expect(writeErased({ ...counts(0), erased: 2 })).toContain('2 screenings were erased')
    expect(writeOwnCounts({ ...counts(0), erased: 2 })).toContain('that was not erased')
  })

  it('counts as coming out otherwise also what is not accepted and what cannot be compared', () => {
    const { kinds, ...rest } = counts(9)
    expect(writeChanged({ ...rest, kinds })).toContain('None of 9 screenings')
    const changed = { ...kinds, outcome: 2, 'not-screened': 1, unreadable: 1, standing: 3 }
    expect(writeChanged({ ...rest, kinds: changed })).toBe(
      'Of 9 screenings, 4 would come out otherwise.',
    )
  })

  it('names the place that differs, and why a screening cannot be replayed', () => {
    expect(writeOwn({ own: { is: 'different', at: ['', 'column outcome'] } })).toBe(
      'What is stored differs at the whole result, column outcome.',
    )
    const own = { is: 'not-replayed', why: 'rules-not-kept' } as const
    expect(writeOwn({ own })).toContain('Cannot be replayed')
  })

  it('never says that what could not be screened has the same outcome', () => {
    expect(writeComesTo({ kind: 'not-screened', change: null })).toContain('do not accept')
    expect(writeComesTo({ kind: 'unreadable', change: null })).toContain('no answer')
  })

  it('says that it is counting before it knows how many there are', () => {
    expect(writeDone({ state: 'running', counts: counts(0), total: null })).toContain('Counting')
    expect(writeDone({ state: 'failed', counts: counts(0), total: null })).toContain('none')
    expect(writeDone({ state: 'running', counts: counts(5), total: 1_200 })).toBe(
      '5 of 1,200 screenings',
    )
  })
})
