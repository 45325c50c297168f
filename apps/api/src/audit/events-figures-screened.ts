import { Prisma } from '../../generated/prisma/client.ts'
import {
  type AuditFigures,
  type AuditFiguresAsked,
  fewestReferrals,
  type Lacking,
} from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { countTogether, referrerOf, screeningsAsked } from './events-figures-filter.ts'

const { sql } = Prisma

const mostReferrers = 50

/** Screenings of one month, ruleset version and outcome. */
export type ScreeningsCounted = AuditFigures['outcomes'][number] & { version: string }

const outcomesOf = (asked: AuditFiguresAsked) => sql`
  SELECT to_char("month", 'YYYY-MM') AS "month", "version", "outcome", "count"
  FROM (
    SELECT date_trunc('month', s."recordedAt" AT TIME ZONE 'UTC') AS "month", s."rulesetVersion" AS "version",
      s."outcome", count(*)::int AS "count"
    FROM "Screening" s WHERE ${screeningsAsked(asked)} GROUP BY 1, 2, 3) AS counted
  ORDER BY 1, 2, 3`

/** Each fact once, from a list that has it for every level. */
const eachFact = sql`LATERAL (SELECT DISTINCT jsonb_array_elements_text(told."missing") AS "fact") AS facts`

const lackingIt = sql`sum(told."count")::int AS "lacking",
  coalesce(sum(told."count") FILTER (WHERE jsonb_exists(told."decisive", facts."fact")), 0)::int AS "decisive"`

/** Alike lists are counted first, so that few are taken apart. */
const missingOf = (asked: AuditFiguresAsked) => sql`
  WITH told AS (
    SELECT s."missing", s."decisive", count(*) AS "count"
    FROM "Screening" s WHERE ${screeningsAsked(asked)} GROUP BY 1, 2)
  SELECT NULL AS "fact", coalesce(sum("count"), 0)::int AS "lacking",
    coalesce(sum("count") FILTER (WHERE "missing" IS NULL), 0)::int AS "decisive" FROM told
  UNION ALL
  SELECT facts."fact", ${lackingIt} FROM told, ${eachFact} GROUP BY 1
  ORDER BY 2 DESC, 1`

type Counted = Omit<Lacking, 'fact'> & { fact: string | null }
type OfReferrer = Counted & { referrer: string | null; referrers: number }

/** Of each referral its first screening that is asked for, by those referrers who are told of alone. */
const referrersOf = (asked: AuditFiguresAsked) => sql`
  WITH first AS (
    SELECT DISTINCT ON (s."referralId") s."referralId", s."missing", s."decisive"
    FROM "Screening" s
    WHERE s."referralId" IS NOT NULL AND s."missing" IS NOT NULL AND ${screeningsAsked(asked)}
    ORDER BY s."referralId", s."recordedAt", s."id"
  ), counted AS (
    SELECT ${referrerOf} AS "referrer", first."missing", first."decisive", count(*) AS "count"
    FROM first JOIN "Referral" r ON r."id" = first."referralId" GROUP BY 1, 2, 3
  ), alone AS (
    SELECT "referrer" FROM counted GROUP BY 1 HAVING sum("count") >= ${fewestReferrals}
    ORDER BY sum("count") DESC, 1 LIMIT ${mostReferrers}
  ), told AS (
    SELECT counted.*, alone."referrer" AS "alone" FROM counted LEFT JOIN alone USING ("referrer")
  )
  SELECT "alone" AS "referrer", NULL AS "fact", count(DISTINCT "referrer")::int AS "referrers", sum("count")::int AS "lacking",
    coalesce(sum("count") FILTER (WHERE "decisive" <> '[]'), 0)::int AS "decisive"
  FROM told GROUP BY 1
  UNION ALL
  SELECT "alone", facts."fact", 0, ${lackingIt} FROM told, ${eachFact} GROUP BY 1, 2
  ORDER BY 4 DESC, 1, 2`

const isFact = (one: Counted): one is Lacking => one.fact !== null

const lackingOf = ({ fact, lacking, decisive }: Lacking): Lacking => ({ fact, lacking, decisive })

const readMissing = (rows: readonly Counted[]): AuditFigures['missing'] => {
  const all = rows.find((row) => !isFact(row))
  return {
    screenings: all?.lacking ?? 0,
    unread: all?.decisive ?? 0,
    facts: rows.filter(isFact).map(lackingOf),
  }
}

function readReferrers(rows: readonly OfReferrer[]) {
  const lines = rows
    .filter(({ fact }) => fact === null)
    .map(({ referrer, referrers, lacking: referrals, decisive: lackingDecisive }) => ({
      ...{ referrer, referrers, referrals, lackingDecisive },
      facts: rows
        .filter((row) => row.referrer === referrer && isFact(row))
        .map((row) => lackingOf(row as Lacking)),
    }))
  const alone = lines.flatMap(({ referrer, referrers: _, ...line }) =>
    referrer === null ? [] : [{ referrer, ...line }],
  )
  const [others] = lines.filter(({ referrer }) => referrer === null)
  if (!others) return { referrers: alone, otherReferrers: null }
  const { referrers, referrals, lackingDecisive, facts } = others
  const lacked = referrals < fewestReferrals ? null : { lackingDecisive, facts }
  return { referrers: alone, otherReferrers: { referrers, referrals, lacked } }
}

/** Counts screenings by month, version and outcome, the facts that they lacked, and those that referrals lacked when they were first screened, by referrer. */
export async function countScreened(database: Database, asked: AuditFiguresAsked) {
  const queries = [outcomesOf(asked), missingOf(asked), referrersOf(asked)]
  const [screened, missing, referrers] = (await countTogether(database, queries)) as [
    ScreeningsCounted[],
    Counted[],
    OfReferrer[],
  ]
  return { screened, missing: readMissing(missing), referrers: readReferrers(referrers) }
}
