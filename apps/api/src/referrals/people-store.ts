import type { People } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { canOwn } from './owner.ts'
import { namedOnly } from './people.ts'

/** The colleagues who can own referrals and tasks. */
export const peopleStore = (database: Database) => ({
  /** Lists them by name. */
  async list(): Promise<People> {
    const orderBy = [{ displayName: 'asc' }, { id: 'asc' }] as const
    const people = await database.account.findMany({
      where: canOwn,
      orderBy: [...orderBy],
      ...namedOnly,
    })
    return { people }
  },
})

export type PeopleStore = ReturnType<typeof peopleStore>
