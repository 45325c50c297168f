import { Prisma } from '../../generated/prisma/client.ts'
import type { News, NewsAsked, ReferralEvent } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { planOf } from './worklist-plan.ts'
import { conditionsOf } from './worklist-scope.ts'

/** That something was done with a referral: no word of what. */
export type Happened = { sequence: bigint; referralId: string; kind: ReferralEvent['kind'] }

/** The most events that are read at once. */
export const mostAtOnce = 1000

const mostCounted = 10_000
const { sql } = Prisma

/** What has happened with referrals. */
export const newsStore = (database: Database) => ({
  /** Counts what is new in a list, and what else has changed, since an event; ten thousand at most. */
  async count(
    { since, ...query }: NewsAsked,
    asked: { accountId: string; today: string },
  ): Promise<News> {
    const { scope } = await planOf(database, query, asked)
    if (scope.cells.length === 0 || scope.ways?.length === 0) return { new: 0, changed: 0 }
    const parts = conditionsOf(scope).map(
      (each) => sql`(SELECT "receivedSequence" FROM "Referral"
        WHERE ${each} AND "changedSequence" > ${since}::bigint LIMIT ${mostCounted})`,
    )
    const [row] = await database.$queryRaw<[{ added: bigint; changed: bigint }]>(sql`
      SELECT count(*) FILTER (WHERE "receivedSequence" > ${since}::bigint) AS added,
        count(*) FILTER (WHERE "receivedSequence" <= ${since}::bigint) AS changed
      FROM (${Prisma.join(parts, ' UNION ALL ')}) AS news`)
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
