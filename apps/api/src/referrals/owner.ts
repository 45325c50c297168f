import type { Prisma } from '../../generated/prisma/client.ts'
import type { Person } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { refusedField } from '../problems.ts'
import { namedOnly } from './people.ts'

/** Accounts that are in use, of people who screen. */
export const canOwn = {
  disabledAt: null,
  role: { in: ['surgeon', 'navigator'] },
} satisfies Prisma.AccountWhereInput

/** Gives the colleague who is to own a referral or a task, or nobody; refused when the id names none who can. */
export async function ownerNamed(
  transaction: Transaction,
  ownerId: string | null,
): Promise<Person | null> {
  if (ownerId === null) return null
  const owner = await transaction.account.findFirst({
    where: { id: ownerId, ...canOwn },
    ...namedOnly,
  })
  if (!owner) throw refusedField('/ownerId', 'names nobody who can own it; choose a colleague')
  return owner
}
