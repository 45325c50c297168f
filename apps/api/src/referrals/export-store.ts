import type { Day } from '@kyphoscreen/rules'
import type { WorklistQuery, WorklistRow } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { rescreenDue } from './rescreen.ts'
import { findPlaces } from './worklist-find.ts'
import { freshnessOf } from './worklist-freshness.ts'
import type { Place } from './worklist-marks.ts'
import { planOf } from './worklist-plan.ts'
import { readRows } from './worklist-rows.ts'

const atOnce = 2_000
const patienceMs = 5_000

/** A file cannot say that it is being updated: what is due is screened first, and a file that would be stale is refused. */
async function bringUpToDate(database: Database, today: Day): Promise<void> {
  await rescreenDue(database, today, AbortSignal.timeout(patienceMs)).catch(() => undefined)
  const { beingUpdated } = await freshnessOf(database, today)
  if (beingUpdated > 0) throw new Refused('server-busy')
}

/** Reads whole lists in their order, a batch at a time, so that memory does not grow with the list. */
export const exportStore = (database: Database, today: () => Day) => ({
  /** Gives all rows of a query in batches; the first is read before anything is given, so that a refusal comes first. */
  async batches(query: WorklistQuery, accountId: string): Promise<AsyncGenerator<WorklistRow[]>> {
    const day = today()
    await bringUpToDate(database, day)
    const plan = await planOf(database, query, { accountId, today: day })
    const after = (past: Place | null) =>
      findPlaces(database, plan, { sort: query.sort, from: 'beginning', past }, atOnce)
    const first = await after(null)
    async function* each() {
      for (let places = first; places.length > 0; ) {
        yield readRows(
          database,
          places.map(({ id }) => id),
          day,
        )
        places = places.length < atOnce ? [] : await after(places.at(-1) ?? null)
      }
    }
    return each()
  },
})

export type ExportStore = ReturnType<typeof exportStore>
