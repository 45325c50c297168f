import type { AuditEntry, AuditFilter } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { entryOf } from './events-entry.ts'
import { countEntries, findEntries } from './events-find.ts'
import { type Window, windowOf } from './events-window.ts'

const atOnce = 250

/** What is exported: how many entries, and the entries themselves, oldest first, a batch at a time. */
export type Exported = { entries: number; batches: AsyncGenerator<AuditEntry[]> }

async function* batchesOf(database: Database, filter: AuditFilter, window: Window) {
  for (let { after } = window; ; ) {
    const walk = { window: { ...window, after }, towards: 'newer', most: atOnce } as const
    const found = await findEntries(database, filter, walk)
    if (found.length > 0) yield found.map(entryOf)
    if (found.length < atOnce) return
    after = found.at(-1)?.sequence ?? after
  }
}

/** Reads the log to be taken out; memory does not grow with it. */
export const eventsExportStore = (database: Database) => ({
  /** Counts what is meant now, and gives it; what is written to the log meanwhile is left out. */
  async of(filter: AuditFilter): Promise<Exported> {
    const window = await windowOf(database, filter)
    const most = Number(window.before)
    const entries = await countEntries(database, filter, { window, most })
    return { entries, batches: batchesOf(database, filter, window) }
  },
})

export type EventsExportStore = ReturnType<typeof eventsExportStore>
