import type { View as ViewRow } from '../../generated/prisma/client.ts'
import type { NewEntry } from '../audit/entry.ts'
import { type NewView, type View, type Views, WorklistQuery } from '../contract.ts'
import type { Asking } from '../idempotency/key.ts'
import { once, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'

type Changed = NewView & Pick<View, 'id'>

const mostOfAPerson = 50

const viewOf = ({ id, name, query }: ViewRow): View => ({
  id,
  name,
  query: WorklistQuery.safeParse(query).data ?? null,
})

/** Makes those who change the views of one person wait for one another until their transaction ends. */
const oneAtATime = (transaction: Transaction, accountId: string) =>
  transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('views of ' || ${accountId}, 0))`

const refuseTakenName = async (
  transaction: Transaction,
  accountId: string,
  view: Partial<View>,
) => {
  const { name = '', id } = view
  const taken = await transaction.view.findUnique({
    where: { accountId_name: { accountId, name } },
  })
  if (taken && taken.id !== id) throw new Refused('view-name-taken')
}

type Told = Pick<View, 'name' | 'query'> | null

const told = (view: Told) => view && { name: view.name, query: view.query }

const changedEntry = ({ id }: { id: string }, before: Told, after: Told): NewEntry => ({
  action: 'view-changed',
  on: { kind: 'view', id },
  details: { before: told(before), after: told(after) },
})

/** The lists that people keep under names of their own; each sees and changes only theirs. */
export function viewStore(database: Database) {
  const insert = async (transaction: Transaction, accountId: string, { name, query }: NewView) => {
    await oneAtATime(transaction, accountId)
    await refuseTakenName(transaction, accountId, { name })
    const count = await transaction.view.count({ where: { accountId } })
    if (count >= mostOfAPerson) throw new Refused('too-many-views')
    return viewOf(await transaction.view.create({ data: { accountId, name, query } }))
  }
  const update = async (transaction: Transaction, accountId: string, view: Changed) => {
    const { id, name, query } = view
    const where = { id, accountId }
    await oneAtATime(transaction, accountId)
    const before = await transaction.view.findUnique({ where })
    if (!before) throw new Refused('not-found')
    await refuseTakenName(transaction, accountId, view)
    await transaction.view.update({ where, data: { name, query } })
    return viewOf(before)
  }

  return {
    /** Lists a person's views by name. */
    async list(accountId: string): Promise<Views> {
      const rows = await database.view.findMany({ where: { accountId }, orderBy: { name: 'asc' } })
      return { views: rows.map(viewOf) }
    },

    /** Keeps a view once a key; a name that is taken, or one view too many, is refused. */
    keep: (view: NewView, { by, accountId, retry }: Asking): Promise<View> =>
      once(database, retry, async (transaction, tell) => {
        const kept = await insert(transaction, accountId, view)
        tell({ by, entry: changedEntry(kept, null, kept) })
        return kept
      }),

    /** Gives a view another name or another query. */
    change: (view: Changed, { by, accountId }: Asking): Promise<View> =>
      once(database, undefined, async (transaction, tell) => {
        const before = await update(transaction, accountId, view)
        tell({ by, entry: changedEntry(view, before, view) })
        return view
      }),

    /** Forgets a view. */
    forget: (id: string, { by, accountId }: Asking): Promise<void> =>
      once(database, undefined, async (transaction, tell) => {
        const where = { id, accountId }
        await oneAtATime(transaction, accountId)
        const row = await transaction.view.findUnique({ where })
        if (!row) throw new Refused('not-found')
        await transaction.view.delete({ where })
        tell({ by, entry: changedEntry(row, viewOf(row), null) })
      }),
  }
}

export type ViewStore = ReturnType<typeof viewStore>
