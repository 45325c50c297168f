import type { Actor } from '../audit/entry.ts'
import type { Database } from '../postgres/client.ts'
import { RefusedToStart } from '../refused-to-start.ts'

/** The account that a file is imported as. */
export type Importer = NonNullable<Actor['who']>

/** Finds the account to import as; refused when it is not named and there are several. */
export async function importerOf(
  database: Database,
  username: string | undefined,
): Promise<Importer> {
  const accounts = await database.account.findMany({
    where: {
      disabledAt: null,
      role: { in: ['navigator', 'admin'] },
      ...(username && { username }),
    },
    take: 2,
  })
  const [account] = accounts
  if (account && accounts.length === 1) {
    return { accountId: account.id, username: account.username, role: account.role }
  }
  throw new RefusedToStart(
    'Give the account to import as with --username: a navigator or an admin whose account is in use.',
  )
}
