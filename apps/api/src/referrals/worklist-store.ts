import type { Day } from '@kyphoscreen/rules'
import type { OwnerFilter, WorklistPage, WorklistPageAsked, WorklistTiles } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { findPlaces } from './worklist-find.ts'
import { freshnessOf } from './worklist-freshness.ts'
import { markOf, type Place, placeOf } from './worklist-marks.ts'
import type { Walk } from './worklist-order.ts'
import { planOf, totalOf } from './worklist-plan.ts'
import { readRows } from './worklist-rows.ts'
import { tileCounts } from './worklist-tiles.ts'

const walkOf = ({ page, sort }: WorklistPageAsked): Walk => {
  if (page === 'first') return { sort, from: 'beginning', past: null }
  if (page === 'last') return { sort, from: 'end', past: null }
  if ('after' in page) {
    return { sort, from: 'beginning', past: placeOf(sort.by, page.after, '/page/after') }
  }
  return { sort, from: 'end', past: placeOf(sort.by, page.before, '/page/before') }
}

/** Gives the marks to go on from a page: none where the list ends. */
function marksOf({ sort, from, past }: Walk, shown: readonly Place[], more: boolean) {
  const forward = from === 'beginning'
  const mark = (place: Place | undefined, goesOn: boolean) =>
    place && goesOn ? markOf(sort.by, place) : null
  return {
    before: mark(shown[0], forward ? past !== null : more),
    after: mark(shown.at(-1), forward ? more : past !== null),
  }
}

/** Where a page ends at the beginning or the end of its list, that end is read whole: rows may have left since its mark was given. */
const wholeEndOf = ({ sort, from, past }: Walk, count: number, size: number): Walk | null => {
  if (past === null) return null
  if (from === 'end') return count < size ? { sort, from: 'beginning', past: null } : null
  return count === 0 ? { sort, from: 'end', past: null } : null
}

/** The worklist as of today. */
export const worklistStore = (database: Database, today: () => Day) => ({
  /** Gives a page of a list with its total. */
  async page(asked: WorklistPageAsked, accountId: string): Promise<WorklistPage> {
    const asOf = today()
    const askedWalk = walkOf(asked)
    const freshness = await freshnessOf(database, asOf)
    const plan = await planOf(database, asked, { accountId, today: asOf })
    const placesOf = (walk: Walk) => findPlaces(database, plan, walk, asked.size + 1)
    const [total, found] = await Promise.all([totalOf(database, plan), placesOf(askedWalk)])
    const end = wholeEndOf(askedWalk, found.length, asked.size)
    const walk = end ?? askedWalk
    const places = end === null ? found : await placesOf(end)
    const shown = places.slice(0, asked.size)
    if (walk.from === 'end') shown.reverse()
    const rows = await readRows(
      database,
      shown.map(({ id }) => id),
      asOf,
    )
    return { rows, total, asOf, ...freshness, ...marksOf(walk, shown, places.length > asked.size) }
  },

  /** Counts what each tile's list holds. */
  async tiles(owner: OwnerFilter, accountId: string): Promise<WorklistTiles> {
    const asOf = today()
    const { beingUpdated } = await freshnessOf(database, asOf)
    return {
      asOf,
      beingUpdated,
      counts: await tileCounts(database, owner, { accountId, today: asOf }),
    }
  },
})

export type WorklistStore = ReturnType<typeof worklistStore>
