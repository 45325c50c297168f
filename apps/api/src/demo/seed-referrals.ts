import type { Transaction } from '../idempotency/once.ts'
import { inventedReferrals } from './invented-referrals.ts'
import { type Made, madeReferral } from './made-referral.ts'

/** A referral that was added, and its patient. */
export type Seeded = { id: string; patientId: string }

/** Adds the demonstration's referrals of patients that are there already, all at once; gives what they are. */
export async function seedReferrals(transaction: Transaction, made: Made): Promise<Seeded[]> {
  const patients = await transaction.patient.findMany({
    where: { mrn: { in: inventedReferrals.map(({ mrn }) => mrn) } },
  })
  const all = inventedReferrals.flatMap((invented) =>
    patients
      .filter(({ mrn }) => mrn === invented.mrn)
      .map((patient) => madeReferral(invented, patient, made)),
  )
  await transaction.referral.createMany({ data: all.map(({ referral }) => referral) })
  await transaction.evidence.createMany({ data: all.flatMap(({ evidence }) => evidence) })
  await transaction.referralDocument.createMany({ data: all.flatMap(({ documents }) => documents) })
  await transaction.task.createMany({ data: all.flatMap(({ tasks }) => tasks) })
  await transaction.referralEvent.createMany({ data: all.flatMap(({ events }) => events) })
  await transaction.$executeRaw`
    UPDATE "Referral" SET "receivedSequence" = first, "changedSequence" = last
    FROM (SELECT "referralId", min(sequence) AS first, max(sequence) AS last FROM "ReferralEvent" GROUP BY 1) AS told
    WHERE told."referralId" = "Referral".id`
  return all.map(({ referral: { id, patientId } }) => ({ id, patientId }))
}
