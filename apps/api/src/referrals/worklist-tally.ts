import { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../postgres/client.ts'
import { inCells, type OwnedBy, ownedBy } from './worklist-scope.ts'
import type { Window } from './worklist-windows.ts'

/** How many referrals a cell holds in all, and how many of them are an owner's. */
export type CellCount = { cell: number; all: number; own: number }

/** Gives the counts of the cells that an owner has referrals in. */
export async function cellCounts(
  database: Database,
  cells: readonly number[],
  owner: OwnedBy,
): Promise<CellCount[]> {
  const rows = await database.$queryRaw<{ cell: number; all: bigint; own: bigint }[]>(Prisma.sql`
    SELECT "cell", sum("count") AS all, sum("count") FILTER (WHERE ${ownedBy(owner)}) AS own
    FROM "WorklistTally" WHERE "by" = 'owner' AND ${inCells(cells)}
    GROUP BY "cell" HAVING sum("count") FILTER (WHERE ${ownedBy(owner)}) > 0`)
  return rows.map(({ cell, all, own }) => ({ cell, all: Number(all), own: Number(own) }))
}

const talliedBy = { dueOn: 'due', closesOn: 'closing' } as const

/** Counts everyone's referrals in a window by the tally of its days; null when there is no such tally. */
export async function windowCount(
  database: Database,
  cells: readonly number[],
  { column, from, to }: Window,
): Promise<number | null> {
  if (column === 'readyOn') return null
  const [row] = await database.$queryRaw<[{ total: bigint | null }]>(Prisma.sql`
    SELECT sum("count") AS total FROM "WorklistTally"
    WHERE "by" = ${talliedBy[column]} AND ${inCells(cells)}
      AND "day" <= ${to}::date AND "day" >= COALESCE(${from}::date, '-infinity')`)
  return Number(row.total ?? 0)
}

/** Adds up the tally's differences when there are many. */
export const compactTally = async (database: Database): Promise<void> => {
  await database.$queryRaw`SELECT 1 FROM (SELECT "compact_worklist_tally"()) AS compacted`
}
