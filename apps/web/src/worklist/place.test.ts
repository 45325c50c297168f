import type { WorklistRow } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import { firstPlace, pageSize, placesFrom, writePlace } from './place.ts'

const page = (count: number, total: number, before: string | null, after: string | null) => ({
  rows: Array.from({ length: count }, () => ({}) as WorklistRow),
  total,
  before,
  after,
})

describe('the place in a list', () => {
  it.each([
    [firstPlace, page(50, 1234, null, 'a'), '1–50 of 1,234', 'begins at the first'],
    [{ page: { after: 'a' }, from: 51 }, page(50, 1234, 'b', 'c'), '51–100 of 1,234', 'goes on'],
    [{ page: 'last' as const, from: 1 }, page(50, 1234, 'b', null), '1,185–1,234 of 1,234', 'ends'],
    [{ page: { before: 'b' }, from: 1 }, page(7, 57, null, 'a'), '1–7 of 57', 'is at the start'],
    [firstPlace, page(1, 1, null, null), '1 of 1', 'holds one'],
    [firstPlace, page(0, 0, null, null), '0 of 0', 'holds none'],
  ])('%j is written as %s', (place, read, written) => {
    expect(writePlace(place, read)).toBe(written)
  })

  it('leads nowhere from a page that is the whole list', () => {
    expect(placesFrom(firstPlace, page(3, 3, null, null))).toEqual({
      first: null,
      previous: null,
      next: null,
      last: null,
    })
  })

  it('counts on from page to page and back', () => {
    const places = placesFrom({ page: { after: 'a' }, from: 51 }, page(50, 1234, 'b', 'c'))
    expect(places.next).toEqual({ page: { after: 'c' }, from: 51 + pageSize })
    expect(places.previous).toEqual({ page: { before: 'b' }, from: 1 })
  })
})
