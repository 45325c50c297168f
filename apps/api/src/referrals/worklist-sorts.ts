import { z } from 'zod'
import type { WorklistSort } from '../contract.ts'

type SortBy = WorklistSort['by']

type SortKey = {
  column: 'closesOn' | 'dueOn' | 'receivedOn' | 'sortName' | 'nextChangeOn' | 'changedSequence'
  type: 'date' | 'text' | 'bigint'
  mayBeAbsent: boolean
}

/** The column each sort goes by; where it is absent, the referral comes last in either direction. */
export const sortKeys = {
  closing: { column: 'closesOn', type: 'date', mayBeAbsent: true },
  due: { column: 'dueOn', type: 'date', mayBeAbsent: true },
  received: { column: 'receivedOn', type: 'date', mayBeAbsent: false },
  name: { column: 'sortName', type: 'text', mayBeAbsent: false },
  'next-change': { column: 'nextChangeOn', type: 'date', mayBeAbsent: true },
  changed: { column: 'changedSequence', type: 'bigint', mayBeAbsent: false },
} as const satisfies Record<SortBy, SortKey>

const writtenAs = {
  date: z.iso.date(),
  text: z.string().max(300),
  bigint: z.string().regex(/^\d{1,18}$/),
} as const satisfies Record<SortKey['type'], z.ZodType<string>>

/** The key of a row in a sort, as it is written in a mark. */
export const keyOf = (by: SortBy): z.ZodType<string | null> => {
  const { type, mayBeAbsent } = sortKeys[by]
  return mayBeAbsent ? writtenAs[type].nullable() : writtenAs[type]
}
