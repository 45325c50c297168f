import { describe, expect, it } from 'vitest'
import { writeClosing, writeDecisive, writeNextChange } from './write-row.ts'

describe('a row says', () => {
  it('which missing fact decides, and at which level', () => {
    expect(
      writeDecisive([
        { fact: 'retropulsion', level: 'L1' },
        { fact: 'careResponse', level: null },
      ]),
    ).toEqual(['Retropulsion at L1', 'Response to conservative care'])
  })

  it('how many more there are when many facts decide', () => {
    const many = (['L1', 'L2', 'L3', 'L4'] as const).map((level) => ({
      fact: 'retropulsion',
      level,
    }))
    expect(writeDecisive(many).at(-1)).toBe('and 2 more')
  })

  it('that the level is missing', () => {
    expect(writeDecisive([{ fact: 'level', level: null }])).toEqual(['Fractured level'])
  })

  it.each([
    [null, null, null],
    ['2026-11-28', 'meets', '28-Nov-2026: then Meets'],
    ['2026-11-28', 'does-not-meet', '28-Nov-2026: reasons change, outcome stays'],
    ['2026-11-28', null, '28-Nov-2026'],
    ['2026-11-21', 'meets', '21-Nov-2026: has come, not screened since'],
    ['2026-11-05', 'meets', '05-Nov-2026: has come, not screened since'],
  ] as const)('for the next change on %s to %s: %s', (nextChangeOn, nextOutcome, written) => {
    const row = { nextChangeOn, nextOutcome, outcome: 'does-not-meet' } as const
    expect(writeNextChange(row, '2026-11-21')).toBe(written)
  })

  it('when its window closes, and how far that is', () => {
    expect(writeClosing('2026-11-28', '2026-11-21')).toBe('28-Nov-2026, in 7 days')
    expect(writeClosing(null, '2026-11-21')).toBeNull()
  })
})
