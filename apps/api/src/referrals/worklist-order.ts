import { Prisma } from '../../generated/prisma/client.ts'
import type { WorklistSort } from '../contract.ts'
import type { Place } from './worklist-marks.ts'
import { sortKeys } from './worklist-sorts.ts'

/** One stretch of a sorted list in the order it is walked: the rows that have the sort's key, or those that lack it. */
export type Stretch = { condition: Prisma.Sql; order: Prisma.Sql; key: Prisma.Sql }

/** How a list is walked: by which sort, from its beginning or its end, and from which place on. */
export type Walk = { sort: WorklistSort; from: 'beginning' | 'end'; past: Place | null }

const { sql, raw } = Prisma

/** Gives the stretches of a walk: rows without a key come last in either direction, and those of one key go by id. */
export function stretchesOf({ sort, from, past }: Walk): Stretch[] {
  const { column, type, mayBeAbsent } = sortKeys[sort.by]
  const key = raw(`"${column}"`)
  const rises = (sort.direction === 'ascending') === (from === 'beginning')
  const [direction, beyond] = rises ? [raw('ASC'), raw('>')] : [raw('DESC'), raw('<')]
  const pastKey =
    past === null || past.key === null
      ? sql`TRUE`
      : sql`(${key}, "id") ${beyond} (${past.key}::${raw(type)}, ${past.id}::uuid)`
  const present = {
    condition: mayBeAbsent ? sql`${key} IS NOT NULL AND ${pastKey}` : pastKey,
    order: sql`${key} ${direction}, "id" ${direction}`,
    key,
  }
  if (!mayBeAbsent) return [present]
  const pastAbsent = past?.key === null ? sql`"id" ${beyond} ${past.id}::uuid` : sql`TRUE`
  const absent = {
    condition: sql`${key} IS NULL AND ${pastAbsent}`,
    order: sql`"id" ${direction}`,
    key,
  }
  if (from === 'beginning') return past?.key === null ? [absent] : [present, absent]
  return past === null || past.key === null ? [absent, present] : [present]
}
