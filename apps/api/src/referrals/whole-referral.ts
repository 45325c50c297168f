import type { Prisma } from '../../generated/prisma/client.ts'
import { type GatheredFact, mostEvents } from '../contract.ts'
import { refuseErased } from '../erased.ts'
import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import { factsOf } from './facts-of.ts'
import { type Names, namesOf } from './names.ts'

const withPatient = { patient: true } as const satisfies Prisma.ReferralInclude

/** The documents, tasks and latest events of a referral, one question after another: a transaction has one connection. */
async function readParts(transaction: Transaction, referralId: string) {
  const where = { referralId }
  const documents = await transaction.referralDocument.findMany({ where, orderBy: { id: 'asc' } })
  const tasks = await transaction.task.findMany({
    where,
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const events = await transaction.referralEvent.findMany({
    where,
    orderBy: { sequence: 'desc' },
    take: mostEvents,
  })
  return { documents, tasks, events }
}

/** A referral's row with everything that belongs to it, its latest events first. */
export type WholeReferral = Prisma.ReferralGetPayload<{ include: typeof withPatient }> &
  Awaited<ReturnType<typeof readParts>> & { facts: GatheredFact[]; named: Names }

/** Reads a referral with everything that belongs to it; refused when there is none. */
export async function readWhole(transaction: Transaction, id: string): Promise<WholeReferral> {
  const row = await transaction.referral.findUnique({ where: { id }, include: withPatient })
  if (!row) throw new Refused('not-found')
  refuseErased(row.patient)
  const parts = await readParts(transaction, row.id)
  const facts = (await factsOf(transaction, [row.id]))(row.id)
  const named = await namesOf(transaction, [
    row.ownerId,
    ...parts.tasks.flatMap(({ ownerId, doneById }) => [ownerId, doneById]),
    ...parts.events.map(({ byId }) => byId),
  ])
  return { ...row, ...parts, facts, named }
}
