import type { Referral, WorklistRow } from '@kyphoscreen/api/contract'
import { Findings, screen } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { assignedRow, rowOf } from './row-of.ts'

const result = screen(
  Findings.parse({
    assessedOn: '2026-11-21',
    patient: { neurologicDeficit: true },
    levels: [{ level: 'L1' }],
  }),
)
const standing = {
  state: 'screened' as const,
  asOf: '2026-11-21',
  result,
  readyOn: null,
  closesOn: null,
  inDoubt: [],
}
const referral = { version: 4, state: 'new', facts: [], standing } as unknown as Referral

const row = { outcome: 'meets' as const, urgent: false, decisive: [], conflicts: 0 }

describe('a row of a referral that was saved', () => {
  it('takes the outcome of the version it takes', () => {
    expect(rowOf(referral, row)).toMatchObject({
      version: 4,
      outcome: 'needs-surgeon-review',
      urgent: true,
      screenedOn: '2026-11-21',
    })
  })

  it('keeps what the calendar does when it stands as it did', () => {
    const taken = rowOf(referral, { ...row, ...(rowOf(referral, row) as WorklistRow) })
    expect(taken).toMatchObject({ version: 4 })
    expect(taken).not.toHaveProperty('nextChangeOn')
  })
})

describe('a row that was assigned', () => {
  const owner = { id: 'a', displayName: 'An invented navigator', role: 'navigator' } as const

  it('takes the next version', () => {
    expect(assignedRow({ owner: null, version: 3 }, owner)).toEqual({ owner, version: 4 })
    expect(assignedRow({ owner, version: 3 }, null)).toEqual({ owner: null, version: 4 })
  })

  it('keeps its version when it was theirs, or nobody’s, already', () => {
    expect(assignedRow({ owner, version: 3 }, owner)).toEqual({ owner, version: 3 })
    expect(assignedRow({ owner: null, version: 3 }, null)).toEqual({ owner: null, version: 3 })
  })
})
