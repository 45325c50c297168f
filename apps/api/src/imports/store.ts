import type { Actor } from '../audit/entry.ts'
import { clinicDay } from '../clinic-day.ts'
import type {
  FirstImportErrors,
  Import,
  ImportMapping,
  ImportPreview,
  Imports,
} from '../contract.ts'
import { neededTargets } from '../contract.ts'
import { ask, type Database, onConnection } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { appendTo, namedImport } from './append-entry.ts'
import { errorsCsv } from './errors-csv.ts'
import { firstErrors } from './first-errors.ts'
import { importOf, importRow, newestImports } from './import-of.ts'
import { Layout } from './layout.ts'
import { mappedLayout } from './mapping.ts'
import { previewOf } from './preview.ts'
import { inTransaction, type Session } from './session.ts'
import { keepFile, type SentFile } from './upload.ts'
import { type Asked, askToEnd, changeWaiting, discard } from './waiting-import.ts'

type Settings = { databaseUrl: string; clock: () => Date; wake: () => void }

const mostListed = 50

function refuseLackingColumns({ format, columns }: Layout): void {
  if (format === 'ndjson') return
  const lacking = neededTargets.filter((target) => !columns.some(({ to }) => to === target))
  if (lacking.length === 0) return
  throw new Refused('invalid-content', {
    errors: lacking.map((target) => ({
      pointer: `/mapping/${target}`,
      reason: 'is told by no column; choose the column that tells it',
    })),
  })
}

/** The imports of referrals from files. */
export function importStore(database: Database, { databaseUrl, clock, wake }: Settings) {
  const read = async (id: string): Promise<Import> => importOf(await importRow(database, id))
  const layoutOf = async (id: string) => Layout.parse((await importRow(database, id)).layout)
  const together = <Answer>(work: (session: Session) => Promise<Answer>) =>
    onConnection(database, (session) => inTransaction(session, () => work(session)))

  const begin = async (asked: Asked, state: 'checking' | 'importing'): Promise<Import> => {
    const layout = await layoutOf(asked.id)
    refuseLackingColumns(layout)
    await together((session) => changeWaiting(session, asked, { layout, state }))
    wake()
    return read(asked.id)
  }

  const preview = async (id: string): Promise<ImportPreview> => {
    const { layout, bytes } = await importRow(database, id)
    const [first] = await ask<{ bytes: Buffer }>(
      database,
      'SELECT "bytes" FROM "ImportChunk" WHERE "importId" = $1::uuid AND "number" = 0',
      [id],
    )
    if (!first) throw new Refused('import-not-now')
    const today = clinicDay(clock())
    return previewOf(Layout.parse(layout), first.bytes, first.bytes.length === bytes, today)
  }

  return {
    read,
    preview,

    /** Keeps a file as it comes; it is not imported yet. */
    keep: async (file: Omit<SentFile, 'at'>): Promise<Import> =>
      read(await keepFile(databaseUrl, { ...file, at: clock() })),

    /** Lists the newest imports. */
    async list(): Promise<Imports> {
      return { imports: (await newestImports(database, mostListed)).map(importOf) }
    },

    /** Says what each column tells, until the import begins. */
    async map(id: string, mapping: ImportMapping, by: Actor): Promise<ImportPreview> {
      const layout = mappedLayout(await layoutOf(id), mapping)
      const asked = { id, by, action: 'import-mapped', details: { after: mapping } } as const
      await together((session) => changeWaiting(session, asked, { layout, state: 'staged' }))
      return preview(id)
    },

    /** Begins a dry run, which stores nothing. */
    tryOut: (id: string, by: Actor): Promise<Import> =>
      begin({ id, by, action: 'import-tried' }, 'checking'),

    /** Begins the import. */
    run: (id: string, by: Actor): Promise<Import> =>
      begin({ id, by, action: 'import-started' }, 'importing'),

    /** Ends an import: at once while it waits, after the batch under way while it runs. What is stored stays. */
    async cancel(id: string, by: Actor): Promise<Import> {
      await read(id)
      await together(async (session) => {
        if (!(await discard(session, id, clock()))) await askToEnd(session, id)
        await appendTo(session, by, { action: 'import-cancelled', on: namedImport(id) })
      })
      return read(id)
    },

    /** Gives the first errors of the last run or dry run. */
    async firstErrors(id: string): Promise<FirstImportErrors> {
      await read(id)
      return firstErrors(database, id)
    },

    /** Gives the errors of the last run or dry run as CSV, a part at a time. */
    async errors(id: string): Promise<AsyncGenerator<string>> {
      await read(id)
      return errorsCsv(database, id)
    },
  }
}

export type ImportStore = ReturnType<typeof importStore>
