import { legalSteps, type NewStep, type ReferralState } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import type { Done, LockedReferral, NewEvent } from './change.ts'
import { columnsNow } from './evidence-enter.ts'

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

/** Tells of a step that is legal from a state; refused with the legal ones otherwise. */
export function stepEvent(from: ReferralState, { to, why }: NewStep): NewEvent {
  refuseIllegal(from, to)
  return { kind: 'step', what: `From ${stateNames[from]} to ${stateNames[to]}`, from, to, why }
}

/** Takes a step. A referral that is done is not screened day by day: when it is taken up again, it is screened as of today. */
export async function takeStep(
  transaction: Transaction,
  { referral, at }: { referral: LockedReferral; at: Date },
  next: NewStep,
): Promise<Done> {
  const from = referral.state as ReferralState
  const event = stepEvent(from, next)
  const state = next.to
  if (!isDone(from) || isDone(state)) return { event, columns: { state } }
  const { columns } = await columnsNow(transaction, referral, at)
  return { event, columns: { ...columns, state } }
}
