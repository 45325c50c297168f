import type { AuditEntry } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'
import { ask } from '../postgres/client.ts'

/** An entry with the row of what it seals, as they are stored. */
export type EntryRow = AuditEntry & { salt: Uint8Array | null; details: Uint8Array | null }

type Read = Omit<EntryRow, 'sequence' | 'shown'> & {
  sequence: bigint | string
  shown: string[] | null
}

/** The details have the same bounds, so that a join in order does not read them from the first on each time. */
const nextRows = `
  SELECT entry."sequence", "at", "previous", "hash", "bytes", "accountId"::text, "action", "outcome", "patientId"::text,
    "onKind", "onId", "shown"::text[], "salt", "details"
  FROM "AuditEntry" AS entry LEFT JOIN "AuditDetail" AS detail
    ON detail."sequence" = entry."sequence" AND detail."sequence" > $1 AND detail."sequence" <= $2
  WHERE entry."sequence" > $1 AND entry."sequence" <= $2 ORDER BY entry."sequence" LIMIT $3`

const wholeLog = 2n ** 63n - 1n

/** Reads entries after a number, up to another, so many at most: past Prisma, which takes twice the time and five times the memory. */
export async function entryRows(
  database: Transaction,
  { after, last = wholeLog, most }: { after: bigint; last?: bigint; most: number },
): Promise<EntryRow[]> {
  const rows = await ask<Read>(database, nextRows, [after, last, most])
  return rows.map(({ sequence, shown, ...row }) => ({
    ...row,
    sequence: BigInt(sequence),
    shown: shown ?? [],
  }))
}
