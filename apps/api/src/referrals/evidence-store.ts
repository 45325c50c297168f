import type { NewEvidence, NewRuling, Referral } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { enterEvidence } from './evidence-enter.ts'
import { rule } from './evidence-rule.ts'

/** The evidence of referrals: entries are added and ruled on, never altered. */
export function evidenceStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Adds what one source says; refused when it contradicts itself. */
    enter: (asked: AskedChange, entry: NewEvidence): Promise<Referral> =>
      changed(asked, (transaction, referral, at) =>
        enterEvidence(transaction, referral, entry, { byId: asked.byId, at }),
      ),

    /** Chooses or withdraws what one source says of one fact; refused when it says nothing of it. */
    rule: (asked: AskedChange, ruling: NewRuling): Promise<Referral> =>
      changed(asked, (transaction, referral, at) =>
        rule(transaction, referral, ruling, { byId: asked.byId, at }),
      ),
  }
}

export type EvidenceStore = ReturnType<typeof evidenceStore>
