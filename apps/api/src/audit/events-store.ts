import type {
  AuditEntryRead,
  AuditFilter,
  AuditPage,
  AuditPatient,
  AuditPeople,
  AuditSearch,
  AuditTotal,
} from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { entryHash } from './entry-hash.ts'
import { detailsOf } from './events-details.ts'
import { entryOf } from './events-entry.ts'
import { countEntries, everything, type FoundEntry, findEntries, type Walk } from './events-find.ts'
import { type Window, windowOf } from './events-window.ts'
import { loggedPages } from './logged-pages.ts'

const pageSize = 50
const mostCounted = 10_000

const isOpen = ({ patientId, person, group, outcome, from, until }: AuditFilter) =>
  [patientId, person, group, outcome, from, until].every((filter) => filter === null)

const narrowed = (window: Window, page: AuditSearch['page']): Window => {
  if (page === 'newest') return window
  if ('olderThan' in page) {
    const before = BigInt(page.olderThan)
    return before < window.before ? { ...window, before } : window
  }
  const after = BigInt(page.newerThan)
  return after > window.after ? { ...window, after } : window
}

const walkOf = (window: Window, page: AuditSearch['page']): Walk => ({
  window: narrowed(window, page),
  towards: page !== 'newest' && 'newerThan' in page ? 'newer' : 'older',
  most: pageSize + 1,
})

/** Which of a walk's entries make the page, newest first, and whether there are more on either side. */
function pageOf(found: readonly FoundEntry[], walk: Walk, isNewest: boolean) {
  const kept = found.slice(0, pageSize)
  const goesOn = found.length > pageSize
  const isOlder = walk.towards === 'older'
  const entries = (isOlder ? kept : kept.toReversed()).map(entryOf)
  const oldest = entries.at(-1)?.sequence ?? null
  const newest = entries[0]?.sequence ?? null
  return {
    entries,
    older: goesOn || !isOlder ? oldest : null,
    newer: (isOlder ? !isNewest : goesOn) ? newest : null,
  }
}

/** Names the patients whom a list showed, in the order of its entry. */
async function patientsShown(database: Database, ids: readonly string[]): Promise<AuditPatient[]> {
  if (ids.length === 0) return []
  const rows = await database.patient.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, mrn: true, familyName: true, givenName: true },
  })
  const known = new Map(rows.map(({ id, ...patient }) => [id, patient]))
  return ids.map((id) => ({ id, known: known.get(id) ?? null }))
}

/** Reads the log. */
export const eventsStore = (database: Database) => ({
  /** Gives a page of the entries that are meant; a page beside one that was shown does not move when entries arrive. */
  async search({ page, ...filter }: AuditSearch): Promise<AuditPage> {
    const window = await windowOf(database, filter)
    const walk = walkOf(window, page)
    const total = async (): Promise<AuditTotal> => {
      if (isOpen(filter)) return { count: Number(window.before) - 1, more: false }
      const count = await countEntries(database, filter, { window, most: mostCounted + 1 })
      return { count: Math.min(count, mostCounted), more: count > mostCounted }
    }
    const [found, counted] = await Promise.all([findEntries(database, filter, walk), total()])
    return { ...pageOf(found, walk, page === 'newest'), total: counted }
  },

  /** Gives one entry with what it seals; refused when there is none. */
  async read(sequence: number): Promise<AuditEntryRead> {
    const window = { after: BigInt(sequence) - 1n, before: BigInt(sequence) + 1n }
    const walk = { window, towards: 'older', most: 1 } as const
    const [found] = await findEntries(database, everything, walk)
    const { value } = await loggedPages(database, sequence - 1, 1).next()
    const logged = value?.[0]
    if (!found || !logged) throw new Refused('not-found')
    const { entry } = logged
    return {
      entry: entryOf(found),
      shown: await patientsShown(database, entry.shown),
      details: detailsOf(logged),
      hash: Buffer.from(entry.hash).toString('hex'),
      hashHolds: entryHash(entry).equals(entry.hash),
    }
  },

  /** Lists everybody who has or had an account, by name. */
  async people(): Promise<AuditPeople> {
    const accounts = await database.account.findMany({
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
      select: { id: true, username: true, displayName: true, role: true, disabledAt: true },
    })
    return {
      people: accounts.map(({ disabledAt, ...person }) => ({
        ...person,
        inUse: disabledAt === null,
      })),
    }
  },
})

export type EventsStore = ReturnType<typeof eventsStore>
