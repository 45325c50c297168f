import type { Prisma } from '../../generated/prisma/client.ts'
import type { Person, ReferralChange } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import type { Done, LockedReferral } from './change.ts'
import { differencesOf } from './differences.ts'
import { ownerNamed } from './owner.ts'
import { namedOnly } from './people.ts'
import { columnsOf, type Editable, editableOf } from './referral-columns.ts'

const fieldNames: Record<keyof Editable, string> = {
  referrer: 'referrer',
  receivedOn: 'day of receipt',
  reason: 'reason',
  priority: 'priority',
  ownerId: 'owner',
  dueOn: 'due date',
}

const namedAs = (transaction: Transaction, id: string | null): Promise<Person | null> | null =>
  id === null ? null : transaction.account.findUnique({ where: { id }, ...namedOnly })

/** Tells fields as an event keeps them: an owner by name, for an identifier says nothing to a reader. */
const told = (
  { ownerId, ...fields }: Partial<Editable>,
  owner: Person | null,
): Prisma.InputJsonObject => ({ ...fields, ...(ownerId !== undefined && { owner }) })

/** Changes the fields of a referral that differ from what is asked, and tells them; refused when none does. */
export async function edit(
  transaction: Transaction,
  referral: LockedReferral,
  change: ReferralChange,
): Promise<Done> {
  const before = editableOf(referral)
  const { from, to } = differencesOf(before, change)
  const owner = to.ownerId === undefined ? null : await ownerNamed(transaction, to.ownerId)
  const ownerBefore = await namedAs(transaction, from.ownerId ?? null)
  const fields = (Object.keys(to) as (keyof Editable)[]).map((field) => fieldNames[field])
  return {
    event: {
      kind: 'change',
      what: `Changed ${fields.join(', ')}`,
      from: told(from, ownerBefore),
      to: told(to, owner),
    },
    columns: columnsOf({ ...before, ...to }),
  }
}
