import { addDays, type Day } from '@kyphoscreen/rules'
import type { WorklistName } from '../contract.ts'

/** The days between which a column of a list's referrals lies; the first is left out when there is no beginning. */
export type Window = { column: 'readyOn' | 'closesOn' | 'dueOn'; from: Day | null; to: Day }

const daysAhead = { ready: 7, closing: 14 } as const

/** Gives the days a list looks at: tomorrow to a week or two ahead, or every day before today. */
export const windowOf = (list: WorklistName, today: Day): Window | null => {
  const ahead = (days: number) => ({ from: addDays(today, 1), to: addDays(today, days) })
  if (list === 'becomes-ready') return { column: 'readyOn', ...ahead(daysAhead.ready) }
  if (list === 'window-closing') return { column: 'closesOn', ...ahead(daysAhead.closing) }
  if (list === 'overdue') return { column: 'dueOn', from: null, to: addDays(today, -1) }
  return null
}
