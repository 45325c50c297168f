import type { Transaction } from '../idempotency/once.ts'
import { type NamedAccount, namedOnly } from './people.ts'

/** Gives the account of an id, to name who did something. */
export type Names = (id: string) => NamedAccount

/** Reads the accounts of some ids, all at once. */
export async function namesOf(
  transaction: Transaction,
  ids: readonly (string | null)[],
): Promise<Names> {
  const named = [...new Set(ids)].filter((id) => id !== null)
  const accounts = await transaction.account.findMany({
    where: { id: { in: named } },
    ...namedOnly,
  })
  const byId = new Map(accounts.map((account) => [account.id, account]))
  return (id) => {
    const account = byId.get(id)
    if (!account) throw new Error('an account that is referred to is gone')
    return account
  }
}
