import { Prisma } from '../../generated/prisma/client.ts'
import type { AuditFigures, AuditFiguresAsked } from '../contract.ts'
import type { Database } from '../postgres/client.ts'

const { sql } = Prisma

/** The last day of each stretch of days to a decision; longer ones are counted together. */
const bucketEnds = [7, 14, 28, 56] as const

/** The decisions that nothing has replaced, each with the screening it was made on. */
const standing = (from: string | null) => sql`
  "Decision" d JOIN "Screening" s ON s."id" = d."screeningId"
  WHERE d."decidedAt" >= ${from ?? '-infinity'}::timestamptz
    AND NOT EXISTS (SELECT FROM "Decision" later WHERE later."replacesId" = d."id")`

const outcomesOf = (from: string | null) => sql`
  SELECT to_char("recordedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month", "outcome", count(*)::int AS "count"
  FROM "Screening" WHERE "recordedAt" >= ${from ?? '-infinity'}::timestamptz
  GROUP BY 1, 2 ORDER BY 1, 2`

const decisionsOf = (from: string | null) => sql`
  SELECT s."outcome", d."kind", d."departs", count(*)::int AS "count"
  FROM ${standing(from)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

const reasonsOf = (from: string | null) => sql`
  SELECT d."reasonGroup" AS "group", d."reasonCode" AS "code", count(*)::int AS "count"
  FROM ${standing(from)} AND d."departs" GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`

const daysOf = (from: string | null) => sql`
  SELECT ((d."decidedAt" AT TIME ZONE 'UTC')::date - r."receivedOn")::int AS "days", count(*)::int AS "count"
  FROM (SELECT d."decidedAt", s."referralId" FROM ${standing(from)}) AS d
  JOIN "Referral" r ON r."id" = d."referralId" GROUP BY 1 ORDER BY 1`

type Took = { days: number; count: number }

const countOf = (took: readonly Took[]) => took.reduce((sum, { count }) => sum + count, 0)

function medianOf(took: readonly Took[]): number | null {
  const middle = countOf(took) / 2
  let before = 0
  for (const { days, count } of took) {
    before += count
    if (before >= middle) return days
  }
  return null
}

function bucketsOf(took: readonly Took[]) {
  const between = (after: number, upTo: number) =>
    countOf(took.filter(({ days }) => days > after && days <= upTo))
  const ends = [Number.NEGATIVE_INFINITY, ...bucketEnds, Number.POSITIVE_INFINITY]
  return [...bucketEnds, null].map((upTo, place) => ({
    upTo,
    count: between(ends[place] ?? 0, upTo ?? Number.POSITIVE_INFINITY),
  }))
}

/** Counts what was recorded. */
export const figuresStore = (database: Database) => ({
  /** Gives the numbers from an instant on; of nobody by name. */
  async of({ from }: AuditFiguresAsked): Promise<AuditFigures> {
    const [outcomes, decisions, reasons, took] = await Promise.all([
      database.$queryRaw<AuditFigures['outcomes']>(outcomesOf(from)),
      database.$queryRaw<AuditFigures['decisions']>(decisionsOf(from)),
      database.$queryRaw<AuditFigures['reasons']>(reasonsOf(from)),
      database.$queryRaw<Took[]>(daysOf(from)),
    ])
    return {
      outcomes,
      decisions,
      reasons,
      days: { median: medianOf(took), buckets: bucketsOf(took) },
    }
  },
})

export type FiguresStore = ReturnType<typeof figuresStore>
