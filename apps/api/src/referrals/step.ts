import { legalSteps, type NewStep, type ReferralState } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import { dayOf } from '../stored-day.ts'
import type { Done, LockedReferral } from './change.ts'
import { factsOf } from './facts-of.ts'
import { standingColumns } from './standing.ts'

const stateNames: Record<ReferralState, string> = {
  new: 'new',
  'in-triage': 'in triage',
  'waiting-for-information': 'waiting for information',
  'ready-for-surgeon': 'ready for surgeon',
  decided: 'decided',
  closed: 'closed',
}

const isDone = (state: ReferralState) => state === 'decided' || state === 'closed'

function refuseIllegal(from: ReferralState, to: ReferralState): void {
  const legal: readonly ReferralState[] = legalSteps[from]
  if (legal.includes(to)) return
  const reason = `is not a step from here; legal are: ${legal.join(', ')}`
  throw new Refused('illegal-step', { errors: [{ pointer: '/to', reason }] })
}

/**
 * Takes a step that is legal from where a referral is; refused with the legal ones otherwise. One that is done is not
 * screened day by day: when it is taken up again, it is screened as of today.
 */
export async function takeStep(
  transaction: Transaction,
  { referral, at }: { referral: LockedReferral; at: Date },
  { to, why }: NewStep,
): Promise<Done> {
  const from = referral.state as ReferralState
  refuseIllegal(from, to)
  const what = `From ${stateNames[from]} to ${stateNames[to]}`
  const event = { kind: 'step', what, from, to, why } as const
  if (!isDone(from) || isDone(to)) return { event, columns: { state: to } }
  const facts = (await factsOf(transaction, [referral.id]))(referral.id)
  const standing = standingColumns(facts, dayOf(referral.patient.birthDate), dayOf(at))
  return { event, columns: { ...standing, state: to } }
}
