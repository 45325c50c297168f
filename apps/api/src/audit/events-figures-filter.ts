import { Prisma } from '../../generated/prisma/client.ts'
import type { AuditFiguresAsked } from '../contract.ts'
import type { Database } from '../postgres/client.ts'

const { sql, join } = Prisma

/** What a referrer is counted by: the organisation, or the name where none is given. */
export const referrerOf = sql`coalesce(r."referrerOrganisation", r."referrerName")`

/** True of a decision `d` that nothing has replaced. */
export const stands = sql`d."id" NOT IN (SELECT "replacesId" FROM "Decision" WHERE "replacesId" IS NOT NULL)`

const decidedBy = (surgeonId: string) => sql`s."id" IN (
  SELECT d."screeningId" FROM "Decision" d WHERE d."authorId" = ${surgeonId}::uuid AND ${stands})`

const referredBy = (referrer: string) => sql`s."referralId" IN (
  SELECT r."id" FROM "Referral" r WHERE ${referrerOf} = ${referrer})`

const conditionsOf = (asked: AuditFiguresAsked, at: Prisma.Sql) => {
  const { from, until, rulesetVersion, outcome, referrer } = asked
  return [
    from !== null && sql`${at} >= ${from}::timestamptz`,
    until !== null && sql`${at} < ${until}::timestamptz`,
    rulesetVersion !== null && sql`s."rulesetVersion" = ${rulesetVersion}`,
    outcome !== null && sql`s."outcome" = ${outcome}`,
    referrer !== null && referredBy(referrer),
  ]
}

const allOf = (conditions: readonly (Prisma.Sql | false)[]) =>
  join([sql`true`, ...conditions.filter((one) => one !== false)], ' AND ')

/** The screenings `s` that are asked for; a surgeon's are those that the surgeon's decision stands on. */
export const screeningsAsked = (asked: AuditFiguresAsked): Prisma.Sql =>
  allOf([
    ...conditionsOf(asked, sql`s."recordedAt"`),
    asked.surgeonId !== null && decidedBy(asked.surgeonId),
  ])

/** The decisions `d`, on screenings `s`, that are asked for. */
export const decisionsAsked = (asked: AuditFiguresAsked): Prisma.Sql =>
  allOf([
    ...conditionsOf(asked, sql`d."decidedAt"`),
    asked.surgeonId !== null && sql`d."authorId" = ${asked.surgeonId}::uuid`,
  ])

/** Gives what queries count, each as of the same moment and with memory enough to sort all records of a clinic without the disk. */
export async function countTogether(
  database: Database,
  queries: readonly Prisma.Sql[],
): Promise<unknown[]> {
  const [, ...counted] = await database.$transaction(
    [
      database.$executeRaw`SET LOCAL work_mem = '32MB'`,
      ...queries.map((query) => database.$queryRaw(query)),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  return counted
}
