import type { Prisma, Screening } from '../../generated/prisma/client.ts'
import type { Actor } from '../audit/entry.ts'
import type { ReferralEvent } from '../contract.ts'
import { refuseErased } from '../erased.ts'
import type { Tell, Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import { changeEntry } from './change-entry.ts'

/** Who changes referrals, and how the log is told of it. */
export type Changer = { by: Actor; byId: string; tell: Tell }

/** Which referral is changed, the version that was seen of it, and by whom; `clock` tells when. */
export type Change = Changer & { id: string; version: number; clock: () => Date }

/** What is told of a change: its kind, what was done, from what to what, and why. */
export type NewEvent = {
  kind: ReferralEvent['kind']
  what: string
  from?: Prisma.InputJsonValue
  to?: Prisma.InputJsonValue
  why?: string
}

/** What an act did: its event, the referral's columns that it changes, and the screening that it recorded. */
export type Done = {
  event: NewEvent
  columns?: Prisma.ReferralUncheckedUpdateInput
  screening?: Screening
}

/** A referral that is locked for its change until the transaction ends, with its patient. */
export type LockedReferral = Prisma.ReferralGetPayload<{ include: { patient: true } }>

/** Locks a referral against any other change; null when there is none. */
export async function lockReferral(
  transaction: Transaction,
  id: string,
): Promise<LockedReferral | null> {
  await transaction.$executeRaw`SELECT id FROM "Referral" WHERE id = ${id}::uuid FOR UPDATE`
  return transaction.referral.findUnique({ where: { id }, include: { patient: true } })
}

/** Writes down what was done with a locked referral, with the columns it changes, gives it its next version, and tells the log. */
export async function writeChange(
  transaction: Transaction,
  { id, patientId, at, by, byId, tell }: Changer & { id: string; patientId: string; at: Date },
  done: Done,
): Promise<void> {
  const { event, columns, screening } = done
  const { sequence } = await transaction.referralEvent.create({
    data: { ...event, referralId: id, byId, at },
  })
  await transaction.referral.update({
    where: { id },
    data: { ...columns, version: { increment: 1 }, changedAt: at, changedSequence: sequence },
  })
  tell({ by, entry: changeEntry({ id, patientId }, done), record: screening && { screening } })
}

/**
 * The one way to change a referral: it is locked, its version must be the one that was seen, the act does its part
 * in the same transaction, and one event says what was done. Gives what the act gave.
 */
export async function changeReferral<Act extends Done>(
  transaction: Transaction,
  { id, version, clock, ...changer }: Change,
  act: (referral: LockedReferral, at: Date) => Promise<Act> | Act,
): Promise<Act> {
  const referral = await lockReferral(transaction, id)
  if (!referral) throw new Refused('not-found')
  refuseErased(referral.patient)
  if (referral.version !== version) throw new Refused('changed-meanwhile')
  const at = clock()
  const done = await act(referral, at)
  await writeChange(transaction, { ...changer, id, patientId: referral.patientId, at }, done)
  return done
}
