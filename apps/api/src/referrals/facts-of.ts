import type { GatheredFact } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { gatheredFacts } from './gathered-facts.ts'
import { namesOf } from './names.ts'

/** Reads what the evidence of referrals tells, with where each fact came from, by the referral's id. */
export async function factsOf(
  transaction: Transaction,
  referralIds: readonly string[],
): Promise<(referralId: string) => GatheredFact[]> {
  const entries = await transaction.evidence.findMany({
    where: { referralId: { in: [...referralIds] } },
  })
  const rulings = await transaction.ruling.findMany({
    where: { evidenceId: { in: entries.map(({ id }) => id) } },
  })
  const named = await namesOf(transaction, [
    ...entries.map(({ enteredById }) => enteredById),
    ...rulings.map(({ byId }) => byId),
  ])
  const byReferral = Map.groupBy(entries, ({ referralId }) => referralId)
  const byEntry = Map.groupBy(rulings, ({ evidenceId }) => evidenceId)
  return (referralId) => {
    const own = byReferral.get(referralId) ?? []
    return gatheredFacts(
      own.map((entry) => ({ ...entry, enteredBy: named(entry.enteredById) })),
      own
        .flatMap(({ id }) => byEntry.get(id) ?? [])
        .map((ruling) => ({ ...ruling, by: named(ruling.byId) })),
    )
  }
}
