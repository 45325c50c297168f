import type { Referral, ReferralEvent } from '@kyphoscreen/api/contract'
import { RequestFailed } from '../request.ts'

/** What one entry is in either version: as somebody else has saved it, and as it was typed here. */
export type Compared = { label: string; theirs: string; yours: string }

/** Thrown when a referral was changed meanwhile; it carries the referral as it is now. */
export class ChangedMeanwhile extends Error {
  readonly now: Referral
  constructor(now: Referral) {
    super('changed-meanwhile')
    this.now = now
  }
}

/** True for the refusal of a change that was made from an older version. */
export const isOutOfDate = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  error.failure.kind === 'refused' &&
  error.failure.problem.status === 412

/** Gives what has happened to a referral since it was seen, newest first. */
export const eventsSince = ({ events }: Referral, changedAt: string): ReferralEvent[] =>
  events
    .filter(({ at }) => at > changedAt)
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
