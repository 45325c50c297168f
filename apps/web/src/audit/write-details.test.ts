import { describe, expect, it } from 'vitest'
import { readDetails } from './write-details.ts'

describe('Details', () => {
  it('tell what was changed from what to what, an absent value as not recorded', () => {
    const told = {
      before: { dueOn: null, priority: 'routine', urgent: false },
      after: { dueOn: '2026-11-30', priority: 'routine', urgent: true },
      evidence: 3,
    }
    expect(readDetails(told)).toEqual({
      changes: [
        { name: 'due on', before: 'not recorded', after: '30-Nov-2026' },
        { name: 'priority', before: 'routine', after: 'routine' },
        { name: 'urgent', before: 'no', after: 'yes' },
      ],
      rest: [{ name: 'evidence', value: '3' }],
    })
  })

  it('tell a single value that was changed', () => {
    expect(readDetails({ from: false, to: true }).changes).toEqual([
      { name: 'value', before: 'no', after: 'yes' },
    ])
  })

  it('tell what was new, and what is gone', () => {
    const { changes } = readDetails({ before: { note: 'a' }, after: { phone: '1' } })
    expect(changes).toEqual([
      { name: 'note', before: 'a', after: 'not recorded' },
      { name: 'phone', before: 'not recorded', after: '1' },
    ])
  })

  it('tell a sealed record without its identifiers and its result, which stand elsewhere', () => {
    const findings = { patient: { painScore: 8 } }
    const screening = { id: 'x', outcome: 'meets', findings, result: { headline: 'x' } }
    expect(readDetails({ screening }).rest).toEqual([
      { name: 'outcome', value: 'meets' },
      { name: 'patient, pain score', value: '8' },
    ])
  })

  it('tell what was asked, part by part, with facts by their own names', () => {
    const told = { text: 'Quill', asked: { patient: { painScore: 8 } }, levels: [{ level: 'L1' }] }
    expect(readDetails({ ...told, states: [], kinds: ['a', 'b'] })).toEqual({
      changes: [],
      rest: [
        { name: 'text', value: 'Quill' },
        { name: 'asked, patient, pain score', value: '8' },
        { name: 'levels, 1, level', value: 'L1' },
        { name: 'states', value: 'none' },
        { name: 'kinds', value: 'a; b' },
      ],
    })
  })
})
