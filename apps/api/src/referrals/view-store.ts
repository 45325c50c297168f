import type { View as ViewRow } from '../../generated/prisma/client.ts'
import { type NewView, type View, type Views, WorklistQuery } from '../contract.ts'
import { once, type Retry, type Transaction } from '../idempotency/once.ts'
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
    if ((await transaction.view.count({ where })) === 0) throw new Refused('not-found')
    await refuseTakenName(transaction, accountId, view)
    await transaction.view.update({ where, data: { name, query } })
    return view
  }

  return {
    /** Lists a person's views by name. */
    async list(accountId: string): Promise<Views> {
      const rows = await database.view.findMany({ where: { accountId }, orderBy: { name: 'asc' } })
      return { views: rows.map(viewOf) }
    },

    /** Keeps a view once a key; a name that is taken, or one view too many, is refused. */
    keep: (accountId: string, view: NewView, retry?: Retry): Promise<View> =>
      once(database, retry, (transaction) => insert(transaction, accountId, view)),

    /** Gives a view another name or another query. */
    change: (accountId: string, view: Changed): Promise<View> =>
      database.$transaction((transaction) => update(transaction, accountId, view)),

    /** Forgets a view. */
    async forget(accountId: string, id: string): Promise<void> {
      const { count } = await database.view.deleteMany({ where: { id, accountId } })
      if (count === 0) throw new Refused('not-found')
    },
  }
}

export type ViewStore = ReturnType<typeof viewStore>
