import type { FirstImportErrors, ImportError } from '../contract.ts'
import { ask, type Database } from '../postgres/client.ts'

const mostShown = 50

/** Gives an import's first errors, in the order of their lines. */
export async function firstErrors(
  database: Database,
  importId: string,
): Promise<FirstImportErrors> {
  const first = `
    SELECT "line", "column", "reason" FROM "ImportError" WHERE "importId" = $1::uuid
    ORDER BY "line", "place" LIMIT $2::int`
  return { errors: await ask<ImportError>(database, first, [importId, mostShown]) }
}
