import { describe, expect, it } from 'vitest'
import { writeAction, writeMoment, writeReason, writeTotal } from './entry-words.ts'
import { writeChecked, writeFault, writeSigned } from './integrity-words.ts'

const at = '2026-11-21T14:05:09.123Z'

describe('The words of an entry', () => {
  it('tell the time to the second, with the zone of this browser', () => {
    const { day, time, zone } = writeMoment(at)
    expect(day).toMatch(/^2[12]-Nov-2026$/)
    expect(time).toMatch(/^\d\d:\d5:09$/)
    expect(zone).toMatch(/^UTC/)
  })

  it('tell of a refusal what was asked and why it was refused', () => {
    const on = { kind: 'operation', id: 'recordDecision' }
    expect(writeAction({ action: 'refusal', on })).toBe('Was refused: record decision')
    expect(writeReason('not-your-role')).toBe('not for this role')
    expect(writeReason('some-new-reason')).toBe('some new reason')
  })

  it('tell how many there are, exactly or at least', () => {
    expect(writeTotal({ count: 1, more: false })).toBe('1 entry')
    expect(writeTotal({ count: 10_000, more: true })).toBe('more than 10,000 entries')
  })
})

describe('The words of what is known of the log', () => {
  const known = {
    entries: 1_200,
    signed: { size: 1_200, at },
    checked: null,
    checking: false,
    unfinished: false,
  }

  it('tell up to where it was checked and signed, and where checkpoints are kept', () => {
    const whole = { ...known, fault: null, copies: 1 }
    expect(writeChecked(whole)).toContain('has not been checked')
    expect(writeChecked({ ...whole, checked: { size: 700, at } })).toContain(
      'the first 700 entries',
    )
    expect(writeSigned(whole)).toMatch(/over all 1,200 entries.*no second place is set up/)
    expect(writeSigned({ ...whole, copies: 2 })).toContain('in a second place')
  })

  it('tell at which entry a fault shows first', () => {
    expect(writeFault({ what: 'gap', sequence: 3 })).toBe('An entry is missing: first at entry 3.')
    expect(writeFault({ what: 'unguarded', sequence: 0 })).toMatch(/missing or off\.$/)
  })
})
