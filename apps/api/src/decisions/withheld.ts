import type { Referral, ReferralSummary, Screening, WorklistRow } from '../contract.ts'

/** What a list tells of how a referral stands, without what tells its outcome; urgency, conflicts and the closing window stay. */
export const withheldRow = (row: WorklistRow): WorklistRow => ({
  ...row,
  ...{ outcome: null, decisive: [], nextChangeOn: null, nextOutcome: null },
  ...{ nextReason: null, readyOn: null },
})

/** A line of a patient's referrals without its outcome. */
export const withheldSummary = (line: ReferralSummary): ReferralSummary => ({
  ...line,
  outcome: null,
})

/** A referral without how it stands, and without what its events tell of it. */
export const withheldReferral = (referral: Referral): Referral => ({
  ...referral,
  standing: { state: 'withheld', asOf: referral.standing.asOf },
  events: referral.events.map((event) =>
    event.kind === 'screening' ? { ...event, to: null } : event,
  ),
})

/** A recorded screening without its result and what that rests on. */
export const withheldScreening = ({ result: _, reading: __, ...screening }: Screening) => ({
  ...screening,
  withheld: true,
})
