import { Prisma } from '../../generated/prisma/client.ts'
import type { AuditFigures, AuditFiguresAsked, DaysCounted, DecisionsCounted } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { countTogether, decisionsAsked, stands } from './events-figures-filter.ts'

const { sql } = Prisma

/** The last day of each stretch of days to a decision; longer ones are counted together. */
const bucketEnds = [7, 14, 28, 56] as const

type Reason = AuditFigures['reasons'][number]

/** Decisions that are alike, on outcomes of one ruleset version. */
export type DecidedCounted = DecisionsCounted & {
  version: string
  group: Reason['group'] | null
  code: string | null
}

const decidedOf = (asked: AuditFiguresAsked) => sql`
  SELECT s."rulesetVersion" AS "version", s."outcome", d."kind", d."departs", d."reasonGroup" AS "group",
    d."reasonCode" AS "code", count(*)::int AS "count"
  FROM "Decision" d JOIN "Screening" s ON s."id" = d."screeningId"
  WHERE ${stands} AND ${decisionsAsked(asked)} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`

const patientsOf = (asked: AuditFiguresAsked) => sql`
  SELECT count(*)::int AS "patients" FROM (
    SELECT DISTINCT s."patientId" FROM "Decision" d JOIN "Screening" s ON s."id" = d."screeningId"
    WHERE ${stands} AND ${decisionsAsked(asked)}) AS decided`

/** The first decision of a referral; of a screening of no referral its own first one. */
const daysOf = (asked: AuditFiguresAsked) => sql`
  WITH first AS (
    SELECT DISTINCT ON (coalesce(s."referralId", s."id"))
      s."id", s."referralId", s."rulesetVersion", s."outcome", d."decidedAt", d."authorId"
    FROM "Decision" d JOIN "Screening" s ON s."id" = d."screeningId"
    WHERE d."replacesId" IS NULL
    ORDER BY coalesce(s."referralId", s."id"), d."decidedAt", d."id")
  SELECT ((s."decidedAt" AT TIME ZONE 'UTC')::date - r."receivedOn")::int AS "days", count(*)::int AS "count"
  FROM first AS s CROSS JOIN LATERAL (SELECT s."decidedAt", s."authorId") AS d
  LEFT JOIN "Referral" r ON r."id" = s."referralId"
  WHERE ${decisionsAsked(asked)} GROUP BY 1 ORDER BY 1`

type Took = { days: number; count: number }

/** Adds up what was counted. */
export const countOf = (counted: readonly { count: number }[]): number =>
  counted.reduce((sum, { count }) => sum + count, 0)

/** The first day by which so large a share was decided. */
function quantileOf(took: readonly Took[], share: number): number | null {
  const upTo = countOf(took) * share
  let before = 0
  for (const { days, count } of took) {
    before += count
    if (before >= upTo) return days
  }
  return null
}

function bucketsOf(took: readonly Took[]) {
  const between = (after: number, upTo: number) =>
    countOf(took.filter(({ days }) => days > after && days <= upTo))
  return [...bucketEnds, null].map((upTo, place) => ({
    upTo,
    count: between(bucketEnds[place - 1] ?? -1, upTo ?? Number.POSITIVE_INFINITY),
  }))
}

function readDays(rows: readonly { days: number | null; count: number }[]): DaysCounted {
  const took = rows.filter((row): row is Took => row.days !== null && row.days >= 0)
  const countWhere = (left: (days: number | null) => boolean) =>
    countOf(rows.filter(({ days }) => left(days)))
  return {
    counted: countOf(took),
    lower: quantileOf(took, 0.25),
    median: quantileOf(took, 0.5),
    upper: quantileOf(took, 0.75),
    buckets: bucketsOf(took),
    leftOut: {
      withoutReferral: countWhere((days) => days === null),
      beforeReceipt: countWhere((days) => days !== null && days < 0),
    },
  }
}

/** Counts the decisions that stand, by version, outcome, kind and reason, the patients whom they are about, and the days to first decisions. */
export async function countDecisions(database: Database, asked: AuditFiguresAsked) {
  const queries = [decidedOf(asked), patientsOf(asked), daysOf(asked)]
  const [decided, patients, took] = (await countTogether(database, queries)) as [
    DecidedCounted[],
    { patients: number }[],
    { days: number | null; count: number }[],
  ]
  return { decided, patients: patients[0]?.patients ?? 0, days: readDays(took) }
}
