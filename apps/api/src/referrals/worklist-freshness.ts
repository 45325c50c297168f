import { type Day, ruleset } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import type { WorklistPage } from '../contract.ts'
import type { Database } from '../postgres/client.ts'

const { sql } = Prisma

/** What a page is read from: the events that were written, and the referrals that are still to be screened. */
export type Freshness = Pick<WorklistPage, 'since' | 'unsettled' | 'beingUpdated'>

const latestEvents = 2_000
const mostGaps = 100

/** The numbers that are missing among the latest events: given to a transaction that has not ended, or was undone. */
const gaps = sql`
  SELECT jsonb_build_object('from', ("sequence" + 1)::text, 'to', ("next" - 1)::text) AS gap
  FROM (
    SELECT "sequence", lead("sequence") OVER (ORDER BY "sequence") AS "next"
    FROM (SELECT "sequence" FROM "ReferralEvent" ORDER BY "sequence" DESC LIMIT ${latestEvents})
      AS latest
  ) AS pairs
  WHERE "next" > "sequence" + 1 ORDER BY "sequence" DESC LIMIT ${mostGaps}`

/** How far the events go, which of them are not there yet, and how many open referrals are still to be screened for a day. */
export async function freshnessOf(database: Database, today: Day): Promise<Freshness> {
  const open = sql`FROM "Referral" WHERE "state" NOT IN ('decided', 'closed') AND`
  const { hash } = ruleset
  const [row] = await database.$queryRaw<[Omit<Freshness, 'beingUpdated'> & { updated: bigint }]>(
    sql`
    SELECT (SELECT COALESCE(max("sequence"), 0)::text FROM "ReferralEvent") AS since,
      (SELECT COALESCE(jsonb_agg(gap), '[]') FROM (${gaps}) AS found) AS unsettled,
      (SELECT count(*) ${open} "rulesetHash" = ${hash} AND "nextChangeOn" <= ${today}::date)
      + (SELECT count(*) ${open} "rulesetHash" < ${hash})
      + (SELECT count(*) ${open} "rulesetHash" > ${hash}) AS updated`,
  )
  const { since, unsettled, updated } = row
  return { since, unsettled, beingUpdated: Number(updated) }
}
