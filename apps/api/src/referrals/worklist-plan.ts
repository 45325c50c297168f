import type { Day } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import type { OwnerFilter, WorklistQuery } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { cellsOf } from './worklist-cells.ts'
import { countRows, type Found } from './worklist-find.ts'
import type { OwnedBy, Scope } from './worklist-scope.ts'
import { sortKeys } from './worklist-sorts.ts'
import { type CellCount, cellCounts, windowCount } from './worklist-tally.ts'
import { searchedOf, waysToMatch } from './worklist-text.ts'
import { windowOf } from './worklist-windows.ts'

/** A query as of a day by somebody: how its rows are found, and what the tally says of its cells. */
export type Plan = Found & { counts: readonly CellCount[] }

/** Gives whose referrals a filter means to the account that asks. */
export const ownerOf = (owner: OwnerFilter, accountId: string): OwnedBy => {
  if (owner === 'everyone' || owner === 'nobody') return owner
  return { id: owner === 'me' ? accountId : owner }
}

/** An owner of more than this share is walked past the others' rows; of less, all the owner's rows are read. */
const largeShare = 0.3

const sum = (counts: readonly CellCount[], of: 'all' | 'own') =>
  counts.reduce((total, count) => total + count[of], 0)

const ways = async (database: Database, text: string | null) => {
  if (text === null) return null
  const searched = searchedOf(text)
  const patients = await database.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "id" FROM "Patient" WHERE lower("mrn") COLLATE "C" = ${searched.mrn.toLowerCase()}`)
  return waysToMatch(
    searched,
    patients.map(({ id }) => id),
  )
}

/** Counts the rows of a plan, by the tally where it can tell. */
export async function totalOf(database: Database, { scope, counts }: Plan): Promise<number> {
  const { cells, owner, window } = scope
  if (scope.ways !== null) return countRows(database, scope)
  if (window === null) return sum(counts, 'own')
  const tallied = owner === 'everyone' ? await windowCount(database, cells, window) : null
  return tallied ?? countRows(database, scope)
}

/** Plans a query as of a day for the account that asks. */
export async function planOf(
  database: Database,
  query: WorklistQuery,
  { accountId, today }: { accountId: string; today: Day },
): Promise<Plan> {
  const owner = ownerOf(query.owner, accountId)
  const counts = await cellCounts(database, cellsOf(query), owner)
  const scope: Scope = {
    cells: counts.map(({ cell }) => cell),
    owner,
    window: windowOf(query.list, today),
    ways: await ways(database, query.text),
  }
  const column = sortKeys[query.sort.by].column
  const ordered = scope.window === null || scope.window.column === column
  const large = sum(counts, 'own') > largeShare * sum(counts, 'all')
  const reads = scope.ways === null && ordered && large ? 'cells' : 'scope'
  return { scope, reads, counts }
}
