import {
  legalSteps,
  type NewNote,
  type NewStep,
  type Referral,
  type ReferralChange,
  type ReferralState,
} from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { dayOf } from '../stored-day.ts'
import type { Done, LockedReferral } from './change.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { edit } from './edit.ts'
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

/** A referral that is done is not screened day by day: when it is taken up again, it is screened as of today. */
async function step(
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

/** The changes of a referral itself: its fields, its state and its notes. */
export function changeStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Changes the fields that differ; refused when none does. */
    edit: (asked: AskedChange, change: ReferralChange): Promise<Referral> =>
      changed(asked, (transaction, referral) => edit(transaction, referral, change)),

    /** Takes a step to another state. */
    step: (asked: AskedChange, next: NewStep): Promise<Referral> =>
      changed(asked, (transaction, referral, at) => step(transaction, { referral, at }, next)),

    /** Writes a note; it stays as written. */
    note: (asked: AskedChange, { text }: NewNote): Promise<Referral> =>
      changed(asked, () => ({ event: { kind: 'note', what: 'Note', to: text } })),
  }
}

export type ChangeStore = ReturnType<typeof changeStore>
