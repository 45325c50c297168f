import type { Day } from '@kyphoscreen/rules'
import type { WorklistQuery, WorklistRow } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { findPlaces } from './worklist-find.ts'
import type { Place } from './worklist-marks.ts'
import { planOf } from './worklist-plan.ts'
import { readRows } from './worklist-rows.ts'

const atOnce = 2_000

/** Reads whole lists in their order, a batch at a time, so that memory does not grow with the list. */
export const exportStore = (database: Database, today: () => Day) => ({
  /** Gives all rows of a query in batches; the first is read before anything is given, so that a refusal comes first. */
  async batches(query: WorklistQuery, accountId: string): Promise<AsyncGenerator<WorklistRow[]>> {
    const plan = await planOf(database, query, { accountId, today: today() })
    const after = (past: Place | null) =>
      findPlaces(database, plan, { sort: query.sort, from: 'beginning', past }, atOnce)
    const first = await after(null)
    async function* each() {
      for (let places = first; places.length > 0; ) {
        yield readRows(
          database,
          places.map(({ id }) => id),
        )
        places = places.length < atOnce ? [] : await after(places.at(-1) ?? null)
      }
    }
    return each()
  },
})

export type ExportStore = ReturnType<typeof exportStore>
