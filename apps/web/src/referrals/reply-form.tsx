import type { NewReply, Referral, ReplyDraft } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { DayEntry, LineEntry } from '../handling/form-entries.tsx'
import { referralApi } from '../handling/referral-api.ts'
import { SmallForm, useEntryId } from '../handling/small-form.tsx'
import { neededDay, neededText } from '../handling/typed.ts'
import { useAct } from '../handling/use-act.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { useKeepReferral } from './use-referral.ts'

const ReplyTyped = z.object({
  text: neededText('The reply is empty; close it and open it again.', 16_000),
  task: z.boolean(),
  what: neededText('Say what is to be followed up.', 200),
  dueOn: neededDay('Follow up on'),
})

function printAlone() {
  document.documentElement.dataset['printing'] = 'reply'
  print()
  delete document.documentElement.dataset['printing']
}

function ReplyText() {
  const { register, watch } = useFormContext()
  const id = useEntryId('text')
  return (
    <>
      <TextArea id={id} label="Text of the reply" rows={14} field={register('text')} />
      <pre className="print-alone" aria-hidden="true">
        {watch('text')}
      </pre>
    </>
  )
}

function FollowUp() {
  const { register, watch } = useFormContext()
  return (
    <>
      <label className="option">
        <input type="checkbox" {...register('task')} />
        <span>Add a follow-up task</span>
      </label>
      {watch('task') ? (
        <>
          <LineEntry name="what" label="Task" />
          <DayEntry name="dueOn" label="Follow up on" />
        </>
      ) : null}
    </>
  )
}

type ReplyFormProps = { referral: Referral; draft: ReplyDraft; onClose: () => void }

/** Shows the reply, copies or prints it, and records it with the follow-up task. */
export function ReplyForm({ referral, draft, onClose }: ReplyFormProps) {
  const [opened] = useState(draft)
  const keep = useKeepReferral()
  const keyFor = useKeyFor()
  const by = useRef<NewReply['by']>('copied')
  const [byHand, setByHand] = useState(false)
  const { act, sending, failed, dialog } = useAct<Referral>(referral, keep)
  const record = (reply: NewReply) =>
    act({
      send: (seen) => referralApi.recordReply(seen, reply, keyFor(reply)),
      compare: (now) => [
        {
          label: 'Replies recorded',
          theirs: String(now.events.filter(({ kind }) => kind === 'reply').length),
          yours: `one more, ${reply.by}`,
        },
      ],
      onDone: onClose,
    })
  const send = async ({ text, task, what, dueOn }: z.output<typeof ReplyTyped>) => {
    if (by.current === 'printed') printAlone()
    else if (!byHand && !(await copied(text))) return setByHand(true)
    record({ text, by: by.current, followUp: task ? { what, dueOn } : null })
  }
  return (
    <>
      <SmallForm
        label="Reply to the referrer"
        schema={ReplyTyped}
        initial={{
          text: opened.text,
          task: opened.items.length > 0,
          what: 'Ask the referrer again for what is missing',
          dueOn: writeDay(opened.followUpOn),
        }}
        submit={byHand ? 'I have copied it: record' : 'Copy and record'}
        sending={sending}
        failed={failed}
        onSend={(typed) => void send(typed)}
        onCancel={onClose}
        beforeSubmit={() => {
          by.current = 'copied'
        }}
        alsoSubmit={{
          label: 'Print and record',
          before: () => {
            by.current = 'printed'
          },
        }}
      >
        <ReplyText />
        {draft.text === opened.text ? null : (
          <Notice tone="warning" heading="What is missing has changed since this was opened">
            This text asks for what was missing before. Cancel, and open it again.
          </Notice>
        )}
        {byHand ? (
          <p role="status">
            This browser does not let the page copy. Select the text and press Ctrl+C.
          </p>
        ) : null}
        <FollowUp />
      </SmallForm>
      {dialog}
    </>
  )
}

const copied = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
