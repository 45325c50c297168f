import { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../postgres/client.ts'

/** Entries strictly between two numbers of the log. */
export type Window = { after: bigint; before: bigint }

const { sql } = Prisma

/** By how much the clock went back, over the whole life of the log. */
const goneBack = sql`(
  SELECT coalesce(sum(earlier."at" - back."at"), interval '0')
  FROM "AuditEntry" back JOIN "AuditEntry" earlier ON earlier."sequence" = back."sequence" - 1
  WHERE back."action" = 'clock-moved-back')`

const first = sql`0::bigint`
const last = sql`(SELECT "sequence" + 1 FROM "AuditHead")`

/** No later entry is more than the clock ever went back earlier, so that none outside the numbers given is meant. */
const afterOf = (from: string | null) =>
  from === null
    ? first
    : sql`coalesce((SELECT "sequence" FROM "AuditEntry"
        WHERE "at" < ${from}::timestamptz - ${goneBack} ORDER BY "at" DESC LIMIT 1), ${first})`

const beforeOf = (until: string | null) =>
  until === null
    ? last
    : sql`coalesce((SELECT "sequence" FROM "AuditEntry"
        WHERE "at" >= ${until}::timestamptz + ${goneBack} ORDER BY "at" LIMIT 1), ${last})`

/** Gives numbers between which lie all entries of a time, so that they can be read in order without reading the others. */
export async function windowOf(
  database: Database,
  { from, until }: { from: string | null; until: string | null },
): Promise<Window> {
  const [window] = await database.$queryRaw<[Window]>(
    sql`SELECT ${afterOf(from)} AS "after", ${beforeOf(until)} AS "before"`,
  )
  return window
}
