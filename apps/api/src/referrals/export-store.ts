import { type Day, ruleset } from '@kyphoscreen/rules'
import { signOffOf, type WorklistQuery, type WorklistRow, writeReading } from '../contract.ts'
import { type Reader, worksBlind } from '../decisions/blind-first.ts'
import { withheldRow } from '../decisions/withheld.ts'
import type { Database } from '../postgres/client.ts'
import { readSignOffs } from '../sign-offs/sign-off-of.ts'
import { rescreenDue } from './rescreen.ts'
import { findPlaces } from './worklist-find.ts'
import type { Place } from './worklist-marks.ts'
import { planOf } from './worklist-plan.ts'
import { readRows } from './worklist-rows.ts'

const atOnce = 2_000
const patienceMs = 5_000

/** Screens first what is due, for a while: the file tells of each row whether its outcome is of an earlier day. */
const bringUpToDate = (database: Database, today: Day) =>
  rescreenDue(database, today, AbortSignal.timeout(patienceMs)).catch(() => undefined)

/** Reads whole lists in their order, a batch at a time, so that memory does not grow with the list. */
export const exportStore = (database: Database, today: () => Day) => ({
  /** Says whether the reading in force is signed off. */
  reading: async (): Promise<string> =>
    writeReading(signOffOf(await readSignOffs(database), ruleset)),

  /** Gives all rows of a query in batches; the first is read before anything is given, so that a refusal comes first. */
  async batches(query: WorklistQuery, reader: Reader): Promise<AsyncGenerator<WorklistRow[]>> {
    const day = today()
    await bringUpToDate(database, day)
    const { accountId } = reader
    const plan = await planOf(database, query, { accountId, today: day })
    const isBlind = await worksBlind(database, reader)
    const after = (past: Place | null) =>
      findPlaces(database, plan, { sort: query.sort, from: 'beginning', past }, atOnce)
    const first = await after(null)
    async function* each() {
      for (let places = first; places.length > 0; ) {
        const ids = places.map(({ id }) => id)
        const rows = await readRows(database, ids, day)
        yield isBlind ? rows.map(withheldRow) : rows
        places = places.length < atOnce ? [] : await after(places.at(-1) ?? null)
      }
    }
    return each()
  },
})

export type ExportStore = ReturnType<typeof exportStore>
