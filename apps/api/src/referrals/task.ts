import type { Task as TaskRow } from '../../generated/prisma/client.ts'
import type { NewTask, Task } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { dateOf, dayOf } from '../stored-day.ts'
import type { NewEvent } from './change.ts'
import { type Names, namesOf } from './names.ts'
import { ownerNamed } from './owner.ts'
import { authorOf, personOf } from './people.ts'

/** Gives a task as the contract has it. */
export const taskOf = (row: TaskRow, named: Names): Task => ({
  id: row.id,
  what: row.what,
  dueOn: dayOf(row.dueOn),
  owner: row.ownerId === null ? null : personOf(named(row.ownerId)),
  done:
    row.doneById === null || row.doneAt === null
      ? null
      : { by: authorOf(named(row.doneById)), at: row.doneAt.toISOString() },
})

/** Gives the columns of a task to do. */
export const taskColumns = ({ what, dueOn, ownerId }: NewTask) => ({
  what,
  dueOn: dateOf(dueOn),
  ownerId,
})

/** Tells that a task was added. */
export const taskEvent = (task: Task): NewEvent => ({ kind: 'task', what: 'Task added', to: task })

/** Adds a task to a referral that is being changed; refused when its owner cannot own it. */
export async function addTask(
  transaction: Transaction,
  referralId: string,
  task: NewTask,
): Promise<Task> {
  await ownerNamed(transaction, task.ownerId)
  const row = await transaction.task.create({ data: { referralId, ...taskColumns(task) } })
  return taskOf(row, await namesOf(transaction, [task.ownerId]))
}
