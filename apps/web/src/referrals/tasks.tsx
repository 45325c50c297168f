import type { Referral, Task } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import { writeDue } from '../handling/due.ts'
import { DayEntry, LineEntry, OwnerEntry } from '../handling/form-entries.tsx'
import { referralApi } from '../handling/referral-api.ts'
import { maybePerson, neededDay, neededText } from '../handling/typed.ts'
import { useAct } from '../handling/use-act.tsx'
import { ownerName } from '../handling/wording.ts'
import { writeInstant } from '../instant.ts'
import { today } from '../today.ts'
import { Failed } from '../ui/failed.tsx'
import { Adding } from './adding.tsx'
import { Panel } from './panel.tsx'
import { useKeepReferral } from './use-referral.ts'

const TaskTyped = z.object({
  what: neededText('Say what is to be done.', 200),
  dueOn: neededDay('Due'),
  ownerId: maybePerson,
})

type TasksProps = { referral: Referral; mayChange: boolean }

const writeTask = ({ what, done }: Task) => `${what}: ${done ? 'done' : 'to do'}`

const lastTask = ({ tasks }: Referral) => {
  const last = tasks.at(-1)
  return last ? writeTask(last) : 'no task'
}

function TaskLine({ referral, mayChange, task }: TasksProps & { task: Task }) {
  const { act, sending, failed, dialog } = useAct<Referral>(referral, useKeepReferral())
  const done = task.done === null
  const mark = () =>
    act({
      send: (seen) => referralApi.changeTask(seen, task.id, { done }),
      compare: (now) => {
        const theirs = now.tasks.find(({ id }) => id === task.id)
        return [
          {
            label: 'Task',
            theirs: theirs ? writeTask(theirs) : 'gone',
            yours: `${task.what}: ${done ? 'done' : 'to do'}`,
          },
        ]
      },
    })
  return (
    <li className="task">
      <p>{task.what}</p>
      <p className="fine">
        {task.done
          ? `Done by ${task.done.by.displayName}, ${writeInstant(task.done.at)}`
          : `${writeDay(task.dueOn)}, ${writeDue(task.dueOn, today())} · ${ownerName(task.owner)}`}
      </p>
      {mayChange ? (
        <button type="button" className="button opens" onClick={mark}>
          {sending ? 'Saving…' : done ? 'Done' : 'Open again'}
          <span className="visually-hidden">: {task.what}</span>
        </button>
      ) : null}
      {failed ? <Failed heading="Not saved" says={failed} /> : null}
      {dialog}
    </li>
  )
}

/** What is to be done for a referral, and what was. */
export const Tasks = ({ referral, mayChange }: TasksProps) => (
  <Panel id="tasks" heading="Tasks">
    {referral.tasks.length === 0 ? <p className="fine">No task yet.</p> : null}
    <ul className="stack-close">
      {referral.tasks.map((task) => (
        <TaskLine key={task.id} referral={referral} mayChange={mayChange} task={task} />
      ))}
    </ul>
    {mayChange ? (
      <Adding
        referral={referral}
        what="a task"
        schema={TaskTyped}
        initial={{ what: '', dueOn: '', ownerId: referral.owner?.id ?? '' }}
        send={referralApi.addTask}
        compare={({ what }, now) => [{ label: 'Task', theirs: lastTask(now), yours: what }]}
      >
        <LineEntry name="what" label="What is to be done" />
        <DayEntry name="dueOn" label="Due" hint="05-Nov-2026, +3d or +1w" />
        <OwnerEntry name="ownerId" label="Whose" owner={referral.owner} />
      </Adding>
    ) : null}
  </Panel>
)
