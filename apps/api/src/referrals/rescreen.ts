import { type Day, ruleset } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import { type NewEntry, theServer } from '../audit/entry.ts'
import { once, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { dayOf } from '../stored-day.ts'
import { columnsOfDay } from './columns-of-day.ts'
import type { KeptFacts } from './evidence-kept.ts'

type Due = { id: string; facts: KeptFacts | null; birthDate: Date }

/** How many referrals are screened in one transaction. */
const batchSize = 500

/** Why an open referral is screened again, each written so that an index answers it. */
export const reasons = (today: Day): readonly Prisma.Sql[] => [
  Prisma.sql`r."rulesetHash" = ${ruleset.hash} AND r."nextChangeOn" <= ${today}::date`,
  Prisma.sql`r."rulesetHash" < ${ruleset.hash}`,
  Prisma.sql`r."rulesetHash" > ${ruleset.hash}`,
]

/** Asks for referrals that nobody else has taken, and takes them until the transaction ends. */
export const selectDue = (reason: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.facts, p."birthDate"
  FROM "Referral" r JOIN "Patient" p ON p.id = r."patientId"
  WHERE r."state" NOT IN ('decided', 'closed') AND ${reason}
  LIMIT ${batchSize}
  FOR NO KEY UPDATE OF r SKIP LOCKED`

/** Whether a referral without a level is urgent follows from its evidence alone, which is not read here. */
const writeColumns = (transaction: Transaction, screened: readonly object[]) =>
  transaction.$executeRaw`
    UPDATE "Referral" r SET
      "outcome" = v."outcome", "decisive" = v."decisive",
      "urgent" = CASE WHEN v."outcome" = 'no-level' THEN r."urgent" ELSE v."urgent" END,
      "nextChangeOn" = v."nextChangeOn", "nextOutcome" = v."nextOutcome",
      "readyOn" = v."readyOn", "closesOn" = v."closesOn",
      "screenedOn" = v."screenedOn", "rulesetHash" = v."rulesetHash"
    FROM json_to_recordset(${JSON.stringify(screened)}::json) AS v(
      "id" uuid, "outcome" text, "urgent" boolean, "decisive" json,
      "nextChangeOn" date, "nextOutcome" text, "readyOn" date, "closesOn" date,
      "screenedOn" date, "rulesetHash" text)
    WHERE r.id = v.id`

const rescreenedEntry = (screened: readonly { id: string }[]): NewEntry => ({
  action: 'referrals-rescreened',
  ruleset: { version: ruleset.version, hash: ruleset.hash },
  details: { referrals: screened.map(({ id }) => id) },
})

type Batch = { written: number; more: boolean; failures: unknown[] }

const rescreenBatch = (database: Database, today: Day, reason: Prisma.Sql): Promise<Batch> =>
  once(database, undefined, async (transaction, tell) => {
    const due = await transaction.$queryRaw<Due[]>(selectDue(reason))
    const screened: { id: string }[] = []
    const failures: unknown[] = []
    for (const { id, facts, birthDate } of due) {
      try {
        screened.push({ id, ...columnsOfDay(facts, dayOf(birthDate), today) })
      } catch (error) {
        failures.push(error)
      }
    }
    const written = screened.length === 0 ? 0 : await writeColumns(transaction, screened)
    if (written > 0) tell({ by: theServer, entry: rescreenedEntry(screened) })
    return { written, more: due.length === batchSize && written > 0, failures }
  })

/**
 * Screens again every open referral whose next change has come or that was screened by other rules, and
 * tells how many. Others may do so at once: each referral is taken by one of them. Stops after a batch
 * when it is told to. One that cannot be screened keeps none of the others from it; it is told at the end by an error.
 */
export async function rescreenDue(
  database: Database,
  today: Day,
  signal?: AbortSignal,
): Promise<number> {
  let count = 0
  const failed: unknown[] = []
  for (const reason of reasons(today)) {
    for (let goesOn = true; goesOn && signal?.aborted !== true; ) {
      const { written, more, failures } = await rescreenBatch(database, today, reason)
      count += written
      failed.push(...failures)
      goesOn = more
    }
  }
  if (failed.length > 0) throw failed[0]
  return count
}
