import { Prisma } from '../../generated/prisma/client.ts'
import type { AuditFiguresAsked } from '../contract.ts'

const { sql, join } = Prisma

/** What a referrer is counted by: the organisation, or the name where none is given. */
export const referrerOf = sql`coalesce(r."referrerOrganisation", r."referrerName")`

/** The decisions that nothing has replaced, each with the screening it was made on. */
export const standing = sql`(
  SELECT d."kind", d."departs", d."reasonGroup", d."reasonCode", d."authorId", d."decidedAt", d."screeningId"
  FROM "Decision" d LEFT JOIN "Decision" later ON later."replacesId" = d."id" WHERE later."id" IS NULL)`

const decidedBy = (surgeonId: string) => sql`s."id" IN (
  SELECT d."screeningId" FROM ${standing} AS d WHERE d."authorId" = ${surgeonId}::uuid)`

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
