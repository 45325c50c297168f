import type { WorklistPage, WorklistPageAsked } from '@kyphoscreen/api/contract'
import { writeCount } from './wording.ts'

/** How many referrals a page holds. */
export const pageSize = 50

/** Which page is looked at, and where it begins in the list, as far as that is known. */
export type Place = { page: WorklistPageAsked['page']; from: number }

/** The first page. */
export const firstPlace: Place = { page: 'first', from: 1 }

type Page = Pick<WorklistPage, 'rows' | 'total' | 'before' | 'after'>

/** Gives the place of the first row of a page, counted from 1; the ends of a list are known by their marks. */
export function beginOf({ from, page }: Place, { rows, total, before, after }: Page): number {
  if (before === null) return 1
  return after === null || page === 'last' ? total - rows.length + 1 : from
}

/** Writes which part of a list a page is, `51–100 of 1,234`. */
export function writePlace(place: Place, page: Page): string {
  if (page.rows.length === 0) return `0 of ${writeCount(page.total)}`
  const begin = beginOf(place, page)
  const end = begin + page.rows.length - 1
  const part = begin === end ? writeCount(end) : `${writeCount(begin)}–${writeCount(end)}`
  return `${part} of ${writeCount(page.total)}`
}

/** Gives the places a page leads to; null where the list ends. */
export function placesFrom(place: Place, page: Page) {
  const begin = beginOf(place, page)
  const atStart = page.before === null
  const atEnd = page.after === null
  return {
    first: atStart ? null : firstPlace,
    previous: atStart
      ? null
      : { page: { before: page.before ?? '' }, from: Math.max(1, begin - pageSize) },
    next: atEnd ? null : { page: { after: page.after ?? '' }, from: begin + page.rows.length },
    last: atEnd ? null : { page: 'last' as const, from: 1 },
  } satisfies Record<string, Place | null>
}
