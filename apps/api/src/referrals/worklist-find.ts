import { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../postgres/client.ts'
import type { Place } from './worklist-marks.ts'
import { type Stretch, stretchesOf, type Walk } from './worklist-order.ts'
import { conditionsOf, ownedBy, type Scope, within } from './worklist-scope.ts'

/** How a scope is read: the beginning of each cell in the sort's index, or all of its rows by the index that fits them best. */
export type Found = { scope: Scope; reads: 'cells' | 'scope' }

const { sql } = Prisma

/** Reads the first rows of each cell from the sort's own index, and puts them in order. */
const fromCells = (scope: Scope, { condition, order, key }: Stretch, most: number) => sql`
  SELECT "id", ${key}::text AS "key"
  FROM unnest(${scope.cells}::smallint[]) AS wanted(cell)
  CROSS JOIN LATERAL (
    SELECT "id", ${key} FROM "Referral"
    WHERE "Referral"."cell" = wanted.cell AND ${ownedBy(scope.owner)} AND ${within(scope.window)}
      AND ${condition}
    ORDER BY ${order} LIMIT ${most}
  ) AS first
  ORDER BY ${order} LIMIT ${most}`

/**
 * Reads all rows of a scope, which its owner, its window or its search makes few, and keeps the first in order.
 * OFFSET 0 keeps the order and the place out of the choice of the index.
 */
const fromScope = (scope: Scope, { condition, order, key }: Stretch, most: number) => {
  const parts = conditionsOf(scope).map(
    (each) => sql`(SELECT "id", ${key}
      FROM (SELECT "id", ${key} FROM "Referral" WHERE ${each} OFFSET 0) AS part
      WHERE ${condition} ORDER BY ${order} LIMIT ${most})`,
  )
  return sql`SELECT "id", ${key}::text AS "key"
    FROM (${Prisma.join(parts, ' UNION ALL ')}) AS first
    ORDER BY ${order} LIMIT ${most}`
}

/** Gives the first places of a walk, at most as many as asked, each with its sort's key. */
export async function findPlaces(
  database: Database,
  { scope, reads }: Found,
  walk: Walk,
  most: number,
): Promise<Place[]> {
  if (scope.cells.length === 0 || scope.ways?.length === 0) return []
  const from = reads === 'cells' ? fromCells : fromScope
  const places: Place[] = []
  for (const stretch of stretchesOf(walk)) {
    const lacking = most - places.length
    if (lacking === 0) break
    places.push(...(await database.$queryRaw<Place[]>(from(scope, stretch, lacking))))
  }
  return places
}

/** Counts the rows of a scope, one by one in the index that fits them best. */
export async function countRows(database: Database, scope: Scope): Promise<number> {
  if (scope.cells.length === 0 || scope.ways?.length === 0) return 0
  const parts = conditionsOf(scope).map(
    (each) => sql`(SELECT count(*) FROM "Referral" WHERE ${each})`,
  )
  const [row] = await database.$queryRaw<[{ total: bigint }]>(
    sql`SELECT ${Prisma.join(parts, ' + ')} AS total`,
  )
  return Number(row.total)
}
