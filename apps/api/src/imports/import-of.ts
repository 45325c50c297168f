import type { Account, Import as Columns } from '../../generated/prisma/client.ts'
import type { Import } from '../contract.ts'

/** An import as it is stored, with who made it. */
export type ImportRow = Columns & { createdBy: Account }

/** Gives an import as the contract has it. */
export const importOf = (row: ImportRow): Import => {
  const { rows, imported, skipped, refused, patients } = row
  return {
    id: row.id,
    state: row.state as Import['state'],
    format: row.format as Import['format'],
    bytes: Number(row.bytes),
    read: Number(row.read),
    counts: row.state === 'staged' ? null : { rows, imported, skipped, refused, patients },
    listedErrors: row.listedErrors,
    failure: row.failure,
    createdBy: { displayName: row.createdBy.displayName, role: row.createdBy.role },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
