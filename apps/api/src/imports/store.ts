import type { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../audit/entry.ts'
import { clinicDay } from '../clinic-day.ts'
import type { AuditAction } from '../contract/audit-action.ts'
import type {
  FirstImportErrors,
  Import,
  ImportMapping,
  ImportPreview,
  Imports,
} from '../contract.ts'
import { neededTargets } from '../contract.ts'
import { once, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { namedImport } from './append-entry.ts'
import { errorsCsv } from './errors-csv.ts'
import { firstErrors } from './first-errors.ts'
import { type ImportRow, importOf } from './import-of.ts'
import { Layout } from './layout.ts'
import { mappedLayout } from './mapping.ts'
import { previewOf } from './preview.ts'
import { keepFile, type SentFile } from './upload.ts'

type Asked = { id: string; by: Actor; action: AuditAction; details?: Record<string, unknown> }
type Settings = { databaseUrl: string; clock: () => Date; wake: () => void }

const mostListed = 50

const waiting = ['staged', 'checked']
const nothingStored = { rows: 0, imported: 0, skipped: 0, refused: 0, patients: 0 }
const include = { createdBy: true } as const

const begun = (layout: Layout) => ({
  read: layout.start.used,
  line: layout.start.line,
  ...nothingStored,
  listedErrors: 0,
  cancelAsked: false,
})

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
  const rowOf = async (id: string): Promise<ImportRow> => {
    const row = await database.import.findUnique({ where: { id }, include })
    if (!row) throw new Refused('not-found')
    return row
  }

  const read = async (id: string): Promise<Import> => importOf(await rowOf(id))

  /** Changes an import that waits for what is to become of it, and forgets what its last dry run said. */
  const changeWaiting = (
    { id, by, action, details }: Asked,
    layout: Layout,
    data: Prisma.ImportUpdateManyMutationInput,
  ) =>
    once(database, undefined, async (transaction, tell) => {
      const where = { id, state: { in: waiting } }
      const { count } = await transaction.import.updateMany({
        where,
        data: { ...begun(layout), ...data },
      })
      if (count === 0) throw new Refused('import-not-now')
      await transaction.importError.deleteMany({ where: { importId: id } })
      tell({ by, entry: { action, on: namedImport(id), ...(details && { details }) } })
    })

  const begin = async (asked: Asked, state: 'checking' | 'importing'): Promise<Import> => {
    const { id } = asked
    const layout = Layout.parse((await rowOf(id)).layout)
    refuseLackingColumns(layout)
    await changeWaiting(asked, layout, { state })
    wake()
    return read(id)
  }

  const preview = async (id: string): Promise<ImportPreview> => {
    const { layout, bytes } = await rowOf(id)
    const first = await database.importChunk.findUnique({
      where: { importId_number: { importId: id, number: 0 } },
    })
    if (!first) throw new Refused('import-not-now')
    const head = Buffer.from(first.bytes)
    const today = clinicDay(clock())
    return previewOf(Layout.parse(layout), head, head.length === Number(bytes), today)
  }

  const discard = async (transaction: Transaction, id: string) => {
    const { count } = await transaction.import.updateMany({
      where: { id, state: { in: waiting } },
      data: { ...nothingStored, state: 'cancelled', finishedAt: clock() },
    })
    if (count > 0) await transaction.importChunk.deleteMany({ where: { importId: id } })
    return count > 0
  }

  const askToEnd = async (transaction: Transaction, id: string) => {
    const { count } = await transaction.import.updateMany({
      where: { id, state: { in: ['checking', 'importing'] } },
      data: { cancelAsked: true },
    })
    if (count === 0) throw new Refused('import-not-now')
  }

  return {
    read,
    preview,

    /** Keeps a file as it comes; it is not imported yet. */
    keep: async (file: Omit<SentFile, 'at'>): Promise<Import> =>
      read(await keepFile(databaseUrl, { ...file, at: clock() })),

    /** Lists the newest imports. */
    async list(): Promise<Imports> {
      const rows = await database.import.findMany({
        include,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: mostListed,
      })
      return { imports: rows.map(importOf) }
    },

    /** Says what each column tells, until the import begins. */
    async map(id: string, mapping: ImportMapping, by: Actor): Promise<ImportPreview> {
      const layout = mappedLayout(Layout.parse((await rowOf(id)).layout), mapping)
      const details = { after: mapping }
      const asked = { id, by, action: 'import-mapped', details } as const
      await changeWaiting(asked, layout, { state: 'staged', layout })
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
      await rowOf(id)
      await once(database, undefined, async (transaction, tell) => {
        if (!(await discard(transaction, id))) await askToEnd(transaction, id)
        tell({ by, entry: { action: 'import-cancelled', on: namedImport(id) } })
      })
      return read(id)
    },

    /** Gives the first errors of the last run or dry run. */
    async firstErrors(id: string): Promise<FirstImportErrors> {
      await rowOf(id)
      return firstErrors(database, id)
    },

    /** Gives the errors of the last run or dry run as CSV, a part at a time. */
    async errors(id: string): Promise<AsyncGenerator<string>> {
      await rowOf(id)
      return errorsCsv(database, id)
    },
  }
}

export type ImportStore = ReturnType<typeof importStore>
