import type { Actor } from '../audit/entry.ts'
import { ask, type Database } from '../postgres/client.ts'
import { RefusedToStart } from '../refused-to-start.ts'

/** The account that a file is imported as. */
export type Importer = NonNullable<Actor['who']>

const importers = `
  SELECT "id" AS "accountId", "username", "role"::text FROM "Account"
  WHERE "disabledAt" IS NULL AND "role" IN ('navigator', 'admin') AND coalesce("username" = $1::text, true)
  LIMIT 2`

/** Finds the account to import as; refused when it is not named and there are several. */
export async function importerOf(
  database: Database,
  username: string | undefined,
): Promise<Importer> {
  const [importer, other] = await ask<Importer>(database, importers, [username || null])
  if (importer && !other) return importer
  throw new RefusedToStart(
    'Give the account to import as with --username: a navigator or an admin whose account is in use.',
  )
}
