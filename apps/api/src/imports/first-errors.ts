import type { FirstImportErrors } from '../contract.ts'
import type { Database } from '../postgres/client.ts'

const mostShown = 50

/** Gives an import's first errors, in the order of their lines. */
export async function firstErrors(
  database: Database,
  importId: string,
): Promise<FirstImportErrors> {
  const errors = await database.importError.findMany({
    where: { importId },
    orderBy: [{ line: 'asc' }, { place: 'asc' }],
    take: mostShown,
    select: { line: true, column: true, reason: true },
  })
  return { errors }
}
