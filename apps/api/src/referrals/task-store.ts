import type { NewTask, Referral, TaskChange } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { differencesOf } from './differences.ts'
import { namesOf } from './names.ts'
import { addTask, taskEvent, taskOf } from './task.ts'

/** What is to do for a referral. */
export function taskStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Adds a task; refused when its owner cannot own it. */
    add: (asked: AskedChange, task: NewTask): Promise<Referral> =>
      changed(asked, async (transaction, { id }) => {
        const added = await addTask(transaction, id, task)
        return { event: taskEvent(added) }
      }),

    /** Marks a task as done or as not done; refused when the referral has no such task or it is so already. */
    mark: (asked: AskedChange, taskId: string, change: TaskChange): Promise<Referral> =>
      changed(asked, async (transaction, { id: referralId }, at) => {
        const where = { id: taskId, referralId }
        const row = await transaction.task.findUnique({ where })
        if (!row) throw new Refused('not-found')
        differencesOf({ done: row.doneAt !== null }, change)
        const data = change.done
          ? { doneById: asked.byId, doneAt: at }
          : { doneById: null, doneAt: null }
        const after = await transaction.task.update({ where, data })
        const named = await namesOf(transaction, [row.ownerId, row.doneById, after.doneById])
        const what = change.done ? 'Task done' : 'Task open again'
        return { event: { kind: 'task', what, from: taskOf(row, named), to: taskOf(after, named) } }
      }),
  }
}

export type TaskStore = ReturnType<typeof taskStore>
