import { once } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import type { ScreeningRecord } from '../screenings/screening-of.ts'
import { changeReferral } from './change.ts'
import type { AskedChange } from './changed-referral.ts'
import { recordScreening } from './referral-screening.ts'

/** The screenings that are recorded from referrals; append-only as every screening. */
export const referralScreeningStore = (database: Database, clock: () => Date) => ({
  /** Records the findings of today with their evidence and the answer, once a key; refused when there is nothing to screen. */
  record: ({ retry, ...asked }: AskedChange): Promise<ScreeningRecord> =>
    once(database, retry, async (transaction, tell) => {
      const { recorded } = await changeReferral(
        transaction,
        { ...asked, clock, tell },
        (referral, at) => recordScreening(transaction, referral, { byId: asked.byId, at }),
      )
      return recorded
    }),
})

export type ReferralScreeningStore = ReturnType<typeof referralScreeningStore>
