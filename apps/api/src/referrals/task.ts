import type { NewTask, Task } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { dateOf } from '../stored-day.ts'
import { namesOf } from './names.ts'
import { ownerNamed } from './owner.ts'
import { taskOf } from './referral-of.ts'

/** Adds a task to a referral that is being changed; refused when its owner cannot own it. */
export async function addTask(
  transaction: Transaction,
  referralId: string,
  { what, dueOn, ownerId }: NewTask,
): Promise<Task> {
  await ownerNamed(transaction, ownerId)
  const data = { referralId, what, ownerId, dueOn: dateOf(dueOn) }
  const row = await transaction.task.create({ data })
  return taskOf(row, await namesOf(transaction, [ownerId]))
}
