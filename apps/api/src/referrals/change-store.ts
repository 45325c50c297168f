import type { NewNote, NewStep, Referral, ReferralChange } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { edit } from './edit.ts'
import { takeStep } from './step.ts'

/** The changes of a referral itself: its fields, its state and its notes. */
export function changeStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Changes the fields that differ; refused when none does. */
    edit: (asked: AskedChange, change: ReferralChange): Promise<Referral> =>
      changed(asked, (transaction, referral) => edit(transaction, referral, change)),

    /** Takes a step to another state. */
    step: (asked: AskedChange, next: NewStep): Promise<Referral> =>
      changed(asked, (transaction, referral, at) => takeStep(transaction, { referral, at }, next)),

    /** Writes a note; it stays as written. */
    note: (asked: AskedChange, { text }: NewNote): Promise<Referral> =>
      changed(asked, () => ({ event: { kind: 'note', what: 'Note', to: text } })),
  }
}

export type ChangeStore = ReturnType<typeof changeStore>
