import type { Referral } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import { changeFrom, compareChange } from './referral-change.ts'

const nora = {
  id: '7a1d7c1e-0c53-4f0e-9a49-0d8c6a2f6b11',
  displayName: 'Nora Vale',
  role: 'navigator' as const,
}
const opened = { owner: nora, dueOn: '2026-11-24', priority: 'soon' as const }

describe('a change', () => {
  it('holds only what differs from what was opened', () => {
    const typed = { ownerId: nora.id, dueOn: null, priority: 'soon' as const }
    expect(changeFrom(opened, typed)).toEqual({ dueOn: null })
  })

  it('is none when nothing differs', () => {
    const typed = { ownerId: nora.id, dueOn: '2026-11-24', priority: 'soon' as const }
    expect(changeFrom(opened, typed)).toBeNull()
  })

  it('is set beside what somebody else has saved, entry by entry', () => {
    const now = { owner: null, dueOn: '2026-12-01', priority: 'urgent' } as Referral
    expect(compareChange({ ownerId: nora.id, dueOn: null }, now, [nora])).toEqual([
      { label: 'Owner', theirs: 'Nobody', yours: 'Nora Vale' },
      { label: 'Due', theirs: '01-Dec-2026', yours: 'none' },
    ])
  })
})
