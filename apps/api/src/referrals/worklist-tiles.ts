import type { Day } from '@kyphoscreen/rules'
import { type OwnerFilter, type WorklistQuery, WorklistTiles } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { planOf, totalOf } from './worklist-plan.ts'

const everything: Omit<WorklistQuery, 'list' | 'owner'> = {
  states: [],
  outcomes: [],
  priorities: [],
  text: null,
  sort: { by: 'closing', direction: 'ascending' },
}

const lists = WorklistTiles.shape.counts.keyType.options

/** Counts the lists that have a tile, each as the list itself counts. */
export async function tileCounts(
  database: Database,
  owner: OwnerFilter,
  asked: { accountId: string; today: Day },
): Promise<WorklistTiles['counts']> {
  const counted = await Promise.all(
    lists.map(async (list) => {
      const plan = await planOf(database, { ...everything, list, owner }, asked)
      return [list, await totalOf(database, plan)] as const
    }),
  )
  return Object.fromEntries(counted) as WorklistTiles['counts']
}
