import { Prisma } from '../../generated/prisma/client.ts'
import type { News, NewsAsked, ReferralEvent } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { planOf } from './worklist-plan.ts'
import { conditionsOf, type Scope } from './worklist-scope.ts'

/** That something was done with a referral: no word of what. */
export type Happened = { sequence: bigint; referralId: string; kind: ReferralEvent['kind'] }

/** The most events that are read at once. */
export const mostAtOnce = 1000

const mostCounted = 10_000
const { sql } = Prisma

/** What a page has seen of the events. */
type Seen = Pick<NewsAsked, 'since' | 'unsettled'>

const isNews = (sequence: Prisma.Sql, { since, unsettled }: Seen) =>
  Prisma.join(
    [
      sql`${sequence} > ${since}::bigint`,
      ...unsettled.map(
        ({ from, to }) => sql`${sequence} BETWEEN ${from}::bigint AND ${to}::bigint`,
      ),
    ],
    ' OR ',
    '(',
    ')',
  )

/** The referrals whose events a page did not see because they were not written yet. */
async function writtenLate(database: Database, { unsettled }: Seen): Promise<string[]> {
  if (unsettled.length === 0) return []
  const each = unsettled.map(
    ({ from, to }) => sql`(SELECT "referralId" AS id FROM "ReferralEvent"
      WHERE "sequence" BETWEEN ${from}::bigint AND ${to}::bigint LIMIT ${mostCounted})`,
  )
  const rows = await database.$queryRaw<{ id: string }[]>(sql`
    SELECT DISTINCT id FROM (${Prisma.join(each, ' UNION ALL ')}) AS late LIMIT ${mostCounted}`)
  return rows.map(({ id }) => id)
}

/** The referrals of a scope that have changed; OFFSET 0 has those that were written late looked up by their ids. */
function changedIn(scope: Scope, { since }: Seen, late: readonly string[]) {
  const columns = sql`"id", "receivedSequence"`
  return conditionsOf(scope).flatMap((each) => [
    sql`(SELECT ${columns} FROM "Referral"
      WHERE ${each} AND "changedSequence" > ${since}::bigint LIMIT ${mostCounted})`,
    ...(late.length === 0
      ? []
      : [
          sql`(SELECT ${columns} FROM (SELECT * FROM "Referral" WHERE "id" = ANY(${late}::uuid[])
            OFFSET 0) AS "Referral" WHERE ${each})`,
        ]),
  ])
}

/** What somebody does in a list they see there at once. */
const inTheirList = (accountId: string) =>
  sql`e."byId" = ${accountId}::uuid AND e."kind" IN ('change', 'step')`

/** What has happened with referrals. */
export const newsStore = (database: Database) => ({
  /** Counts what is new in a list, and what else has changed, since a page; ten thousand at most. */
  async count(
    { since, unsettled, ...query }: NewsAsked,
    asked: { accountId: string; today: string },
  ): Promise<News> {
    const { scope } = await planOf(database, query, asked)
    if (scope.cells.length === 0 || scope.ways?.length === 0) return { new: 0, changed: 0 }
    const seen = { since, unsettled }
    const changed = changedIn(scope, seen, await writtenLate(database, seen))
    const [row] = await database.$queryRaw<[{ added: bigint; changed: bigint }]>(sql`
      SELECT count(*) FILTER (WHERE "new") AS added,
        count(*) FILTER (WHERE NOT "new" AND EXISTS (
          SELECT FROM "ReferralEvent" AS e WHERE e."referralId" = told."id"
            AND ${isNews(sql`e."sequence"`, seen)} AND NOT (${inTheirList(asked.accountId)})
        )) AS changed
      FROM (SELECT "id", ${isNews(sql`"receivedSequence"`, seen)} AS "new"
        FROM (${Prisma.join(changed, ' UNION ')}) AS changed) AS told`)
    return { new: Number(row.added), changed: Number(row.changed) }
  },

  /** Gives the number of the newest event. */
  async newest(): Promise<bigint> {
    const [row] = await database.$queryRaw<[{ newest: bigint }]>(
      sql`SELECT COALESCE(max("sequence"), 0) AS newest FROM "ReferralEvent"`,
    )
    return row.newest
  },

  /** Gives the number of the event before which all had been written seconds before this one. */
  async settledBefore(sequence: bigint, seconds: number): Promise<bigint> {
    const [row] = await database.$queryRaw<[{ first: bigint | null }]>(sql`
      SELECT min("sequence") AS first FROM "ReferralEvent"
      WHERE "sequence" > ${sequence}::bigint - ${mostAtOnce}::int AND "sequence" <= ${sequence}::bigint
        AND "at" >= (SELECT "at" FROM "ReferralEvent" WHERE "sequence" <= ${sequence}::bigint
          ORDER BY "sequence" DESC LIMIT 1) - make_interval(secs => ${seconds}::int)`)
    return row.first === null ? sequence : row.first - 1n
  },

  /** Gives the events after one, in order; of those that an import wrote only the newest, for they come by the million. */
  async after(sequence: bigint): Promise<Happened[]> {
    return database.$queryRaw<Happened[]>(sql`
      (SELECT "sequence", "referralId", "kind" FROM "ReferralEvent"
        WHERE "sequence" > ${sequence}::bigint AND "kind" <> 'imported'
        ORDER BY "sequence" LIMIT ${mostAtOnce})
      UNION ALL
      (SELECT * FROM (SELECT "sequence", "referralId", "kind" FROM "ReferralEvent"
        WHERE "sequence" > ${sequence}::bigint ORDER BY "sequence" DESC LIMIT 1) AS newest
        WHERE "kind" = 'imported')
      ORDER BY "sequence"`)
  },
})

export type NewsStore = ReturnType<typeof newsStore>
