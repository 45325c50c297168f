import type { WorklistQuery } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import { writeHeading, writeNews, writeReferrals } from './wording.ts'

const everything: WorklistQuery = {
  list: 'needs-information',
  owner: 'everyone',
  states: [],
  outcomes: [],
  priorities: [],
  text: null,
  sort: { by: 'closing', direction: 'ascending' },
}

const colleague = {
  id: '7a1d7c1e-0c53-4f0e-9a49-0d8c6a2f6b11',
  displayName: 'Nora Vale',
  role: 'navigator' as const,
}

describe('the heading of a list', () => {
  it('says what the list is, whose, and how it is sorted', () => {
    expect(writeHeading(everything, [])).toBe('Needs information · everyone · by closing window')
  })

  it('says every filter', () => {
    const query: WorklistQuery = {
      ...everything,
      owner: colleague.id,
      states: ['new', 'in-triage'],
      outcomes: ['meets'],
      priorities: ['urgent'],
      text: 'Lind',
      sort: { by: 'due', direction: 'descending' },
    }
    expect(writeHeading(query, [colleague])).toBe(
      'Needs information · Nora Vale · state: New or In triage · outcome: Meets · priority: Urgent · found by “Lind” · by due date, last first',
    )
  })

  it('never shows the id of a colleague who is not known yet', () => {
    expect(writeHeading({ ...everything, owner: colleague.id }, [])).toContain('one colleague')
  })
})

it.each([
  [0, '0 referrals'],
  [1, '1 referral'],
  [1234, '1,234 referrals'],
])('%i is counted as %s', (count, written) => {
  expect(writeReferrals(count)).toBe(written)
})

it.each([
  [{ new: 0, changed: 0 }, null],
  [{ new: 3, changed: 0 }, '3 new'],
  [{ new: 3, changed: 1 }, '3 new, 1 changed'],
])('the news %j are told as %s', (news, written) => {
  expect(writeNews(news)).toBe(written)
})
