import type { BulkAssign, BulkAssigned, Person } from '../contract.ts'
import type { Asking } from '../idempotency/key.ts'
import { once, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { refusedField } from '../problems.ts'
import { type Changer, type Done, writeChange } from './change.ts'
import { ownerNamed } from './owner.ts'
import { namedOnly } from './people.ts'

const canonical = ({ referrals }: BulkAssign) =>
  referrals.map(({ id, version }) => ({ id: id.toLowerCase(), version }))

function refuseTwice(ids: string[]): void {
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice >= 0) throw refusedField(`/referrals/${twice}/id`, 'is named twice; name it once')
}

/** Locks in one order for everybody, so that two who assign the same referrals never wait for each other. */
async function lockInOrder(transaction: Transaction, ids: string[]) {
  await transaction.$executeRaw`SELECT id FROM "Referral" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await transaction.referral.findMany({
    where: { id: { in: ids } },
    select: { id: true, patientId: true, version: true, owner: namedOnly },
  })
  const known = new Set(rows.map(({ id }) => id))
  const unknown = ids.findIndex((id) => !known.has(id))
  if (unknown >= 0) {
    throw refusedField(`/referrals/${unknown}/id`, 'names no referral; load the list again')
  }
  return rows
}

const given = (from: Person | null, to: Person | null): Done => ({
  event: { kind: 'change', what: 'Changed owner', from: { owner: from }, to: { owner: to } },
  columns: { ownerId: to?.id ?? null },
})

/** Gives referrals an owner, those that are as they were seen. */
export function assignStore(database: Database, clock: () => Date) {
  const assign = async (transaction: Transaction, asked: BulkAssign, changer: Changer) => {
    const seen = canonical(asked)
    refuseTwice(seen.map(({ id }) => id))
    const owner = await ownerNamed(transaction, asked.ownerId)
    const rows = await lockInOrder(
      transaction,
      seen.map(({ id }) => id),
    )
    const asSeen = rows.filter(({ id, version }) =>
      seen.some((one) => one.id === id && one.version === version),
    )
    for (const { id, patientId, owner: before } of asSeen) {
      if (before?.id === owner?.id) continue
      const change = { ...changer, id, patientId, at: clock() }
      await writeChange(transaction, change, given(before, owner))
    }
    const isAsSeen = ({ id }: { id: string }) => asSeen.some((row) => row.id === id)
    return {
      assigned: seen.filter(isAsSeen).map(({ id }) => id),
      changedMeanwhile: seen.filter((one) => !isAsSeen(one)).map(({ id }) => id),
    }
  }

  return {
    /** Assigns all in one transaction, once a key; names those that have changed meanwhile and stay as they are. */
    assign: (asked: BulkAssign, { by, accountId, retry }: Asking): Promise<BulkAssigned> =>
      once(database, retry, (transaction, tell) =>
        assign(transaction, asked, { by, byId: accountId, tell }),
      ),
  }
}

export type AssignStore = ReturnType<typeof assignStore>
