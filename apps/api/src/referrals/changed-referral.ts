import type { Actor } from '../audit/entry.ts'
import { clinicDay } from '../clinic-day.ts'
import type { Referral } from '../contract.ts'
import { once, type Retry, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { changeReferral, type Done, type LockedReferral } from './change.ts'
import { readReferral } from './referral-of.ts'

/** Which referral somebody asks to change, the version they saw, and what a retry is known by. */
export type AskedChange = {
  id: string
  version: number
  byId: string
  by: Actor
  retry: Retry | undefined
}

/** What is done to a locked referral; `at` is the instant to write. */
export type Act = (
  transaction: Transaction,
  referral: LockedReferral,
  at: Date,
) => Promise<Done> | Done

/** Changes a referral by an act, once a key, and gives it as it then is. */
export const changedReferral =
  (database: Database, clock: () => Date) =>
  ({ retry, ...asked }: AskedChange, act: Act): Promise<Referral> =>
    once(database, retry, async (transaction, tell) => {
      const change = { ...asked, clock, tell }
      await changeReferral(transaction, change, (row, at) => act(transaction, row, at))
      return readReferral(transaction, asked.id, clinicDay(clock()))
    })
