import type { Decision, Screening } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'
import { insertRows } from './insert-rows.ts'
import { formerReferrals } from './invented-history.ts'
import { inventedReferrals } from './invented-referrals.ts'
import { type Made, madeReferral } from './made-referral.ts'

/** A referral that was added, and its patient. */
export type Seeded = { id: string; patientId: string }

/** The referrals that were added, and the screenings and decisions on them. */
export type SeededReferrals = {
  referrals: Seeded[]
  screenings: Screening[]
  decisions: { decision: Decision; screening: Screening }[]
}

const everyReferral = [...inventedReferrals, ...formerReferrals]

/** Adds the demonstration's referrals of patients that are there already, all at once; gives what they are. */
export async function seedReferrals(
  transaction: Transaction,
  made: Made,
): Promise<SeededReferrals> {
  const patients = await transaction.patient.findMany({
    where: { mrn: { in: everyReferral.map(({ mrn }) => mrn) } },
  })
  const all = everyReferral.flatMap((invented) =>
    patients
      .filter(({ mrn }) => mrn === invented.mrn)
      .map((patient) => madeReferral(invented, patient, made)),
  )
  await transaction.referral.createMany({ data: all.map(({ referral }) => referral) })
  await insertRows(
    transaction,
    'Evidence',
    all.flatMap(({ evidence }) => evidence),
  )
  await transaction.referralDocument.createMany({ data: all.flatMap(({ documents }) => documents) })
  await transaction.task.createMany({ data: all.flatMap(({ tasks }) => tasks) })
  await insertRows(
    transaction,
    'ReferralEvent',
    all.flatMap(({ events }) => events),
  )
  const screenings = all.flatMap((one) => one.screenings)
  await insertRows(transaction, 'Screening', screenings)
  await insertRows(
    transaction,
    'Decision',
    all.flatMap(({ decisions }) => decisions),
  )
  await transaction.$executeRaw`
    UPDATE "Referral" SET "receivedSequence" = first, "changedSequence" = last
    FROM (SELECT "referralId", min(sequence) AS first, max(sequence) AS last FROM "ReferralEvent" GROUP BY 1) AS told
    WHERE told."referralId" = "Referral".id`
  return {
    referrals: all.map(({ referral: { id, patientId } }) => ({ id, patientId })),
    screenings,
    decisions: all.flatMap((one) =>
      one.decisions.flatMap((decision, at) => {
        const screening = one.screenings[at]
        return screening ? [{ decision, screening }] : []
      }),
    ),
  }
}
