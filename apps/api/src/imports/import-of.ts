import type { Import } from '../contract.ts'
import { ask, type Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'

/** An import as it is stored, with who made it. */
export type ImportRow = Pick<
  Import,
  'id' | 'state' | 'format' | 'bytes' | 'read' | 'listedErrors' | 'failure'
> &
  NonNullable<Import['counts']> &
  Import['createdBy'] & { layout: unknown; createdAt: Date; finishedAt: Date | null }

const imports = `
  SELECT i."id", i."state", i."format", i."layout", i."bytes"::float8, i."read"::float8, i."rows",
    i."imported", i."skipped", i."refused", i."patients", i."listedErrors", i."failure",
    i."createdAt", i."finishedAt", a."displayName", a."role"::text
  FROM "Import" i JOIN "Account" a ON a."id" = i."createdById"`

/** Reads an import; refused when there is none of that id. */
export async function importRow(database: Database, id: string): Promise<ImportRow> {
  const [row] = await ask<ImportRow>(database, `${imports} WHERE i."id" = $1::uuid`, [id])
  if (!row) throw new Refused('not-found')
  return row
}

/** Reads the newest imports. */
export const newestImports = (database: Database, most: number): Promise<ImportRow[]> =>
  ask(database, `${imports} ORDER BY i."createdAt" DESC, i."id" DESC LIMIT $1::int`, [most])

/** Gives an import as the contract has it. */
export const importOf = (row: ImportRow): Import => {
  const { id, state, format, bytes, read, listedErrors, failure, displayName, role } = row
  const { rows, imported, skipped, refused, patients } = row
  return {
    ...{ id, state, format, bytes, read },
    counts: state === 'staged' ? null : { rows, imported, skipped, refused, patients },
    listedErrors,
    failure,
    createdBy: { displayName, role },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
