import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'

const { raw } = Prisma

/** Adds whole rows to a table as one value, which costs far less than a value for each column; what a row leaves out is null. */
export async function insertRows(
  transaction: Transaction,
  name: Prisma.ModelName,
  rows: readonly object[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  if (columns.length === 0) return
  const named = raw(columns.map((column) => `"${column}"`).join(', '))
  const table = raw(`"${name}"`)
  await transaction.$executeRaw`
    INSERT INTO ${table} (${named})
    SELECT ${named} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(rows)}::json)`
}
