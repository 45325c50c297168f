import {
  legalSteps,
  type NewNote,
  type NewStep,
  type Referral,
  type ReferralChange,
  type ReferralState,
} from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import type { Done, LockedReferral } from './change.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { edit } from './edit.ts'

const stateNames: Record<ReferralState, string> = {
  new: 'new',
  'in-triage': 'in triage',
  'waiting-for-information': 'waiting for information',
  'ready-for-surgeon': 'ready for surgeon',
  decided: 'decided',
  closed: 'closed',
}

/** Takes a step that is legal from where a referral is; refused with the legal ones otherwise. */
function step(referral: LockedReferral, { to, why }: NewStep): Done {
  const from = referral.state as ReferralState
  const legal: readonly ReferralState[] = legalSteps[from]
  if (!legal.includes(to)) {
    const reason = `is not a step from here; legal are: ${legal.join(', ')}`
    throw new Refused('illegal-step', { errors: [{ pointer: '/to', reason }] })
  }
  const what = `From ${stateNames[from]} to ${stateNames[to]}`
  return { event: { kind: 'step', what, from, to, why }, columns: { state: to } }
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
      changed(asked, (_, referral) => step(referral, next)),

    /** Writes a note; it stays as written. */
    note: (asked: AskedChange, { text }: NewNote): Promise<Referral> =>
      changed(asked, () => ({ event: { kind: 'note', what: 'Note', to: text } })),
  }
}

export type ChangeStore = ReturnType<typeof changeStore>
