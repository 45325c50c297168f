import { zodResolver } from '@hookform/resolvers/zod'
import type { Person, Referral, WorklistRow } from '@kyphoscreen/api/contract'
import type { Day } from '@kyphoscreen/rules'
import { useEffect, useId, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { writeName } from '../facts/write-patient.ts'
import { compareChange } from '../handling/referral-change.ts'
import { suggestedWhy } from '../handling/suggested-why.ts'
import { useAct } from '../handling/use-act.tsx'
import { priorityWords, stateWords } from '../handling/wording.ts'
import { Failed } from '../ui/failed.tsx'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { OptionField } from '../ui/option-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { PatientCell, StandingCells } from './cells.tsx'
import { rowOf } from './row-of.ts'
import { askedOf, type RowRead, RowTyped, rowTypedFrom, senderOf, statesFrom } from './row-typed.ts'

type RowEditProps = {
  row: WorklistRow
  asOf: Day
  people: readonly Person[]
  onChange: (id: string, changed: Partial<WorklistRow>) => void
  onClose: () => void
}

/** A row that is being edited in place: owner, due date, state and priority. */
export function RowEdit({ row, asOf, people, onChange, onClose }: RowEditProps) {
  const [opened] = useState(row)
  const formId = useId()
  const keyFor = useKeyFor()
  const form = useForm<RowTyped, unknown, RowRead>({
    defaultValues: rowTypedFrom(opened),
    resolver: zodResolver(RowTyped),
  })
  const { register, setFocus, setValue, formState } = form
  const { errors, isDirty } = formState
  const state = useWatch({ control: form.control, name: 'state' })
  const { act, sending, failed, dialog } = useAct<Referral>(opened, (now) =>
    onChange(now.id, rowOf(now, row)),
  )
  useEffect(() => setFocus('ownerId'), [setFocus])
  useEffect(() => {
    setValue('why', state === opened.state ? '' : suggestedWhy[state])
  }, [state, opened.state, setValue])
  const save = (read: RowRead) => {
    const asked = askedOf(opened, read)
    if (asked.change === null && asked.step === null) return onClose()
    act({
      send: senderOf(asked, keyFor),
      compare: (now) => [
        ...(asked.change ? compareChange(asked.change, now, people) : []),
        ...(asked.step
          ? [{ label: 'State', theirs: stateWords[now.state], yours: stateWords[asked.step.to] }]
          : []),
      ],
      onDone: onClose,
      onDropped: onClose,
    })
  }
  const id = (name: string) => `${formId}-${name}`
  const { owner } = opened
  const all = owner && !people.some((one) => one.id === owner.id) ? [owner, ...people] : people
  const owned = all.map((one) => ({ value: one.id, label: one.displayName }))
  return (
    <tr data-edited>
      <td className="select-cell" />
      <PatientCell row={row} asOf={asOf} />
      <StandingCells row={row} asOf={asOf} />
      <td className="edit-cell" colSpan={5}>
        <form
          className="row-form"
          noValidate
          aria-label={`Edit ${writeName(row.patient)}`}
          onSubmit={form.handleSubmit(save)}
        >
          <OptionField
            id={id('owner')}
            label="Owner"
            field={register('ownerId')}
            options={[{ value: '', label: 'Nobody' }, ...owned]}
          />
          <TextField
            id={id('due')}
            label="Due"
            hint="05-Nov-2026 or +3d"
            field={register('dueOn')}
            error={errors.dueOn?.message}
          />
          <OptionField
            id={id('state')}
            label="State"
            field={register('state')}
            options={statesFrom(opened.state).map((one) => ({
              value: one,
              label: stateWords[one],
            }))}
          />
          <OptionField
            id={id('priority')}
            label="Priority"
            field={register('priority')}
            options={Object.entries(priorityWords).map(([value, label]) => ({ value, label }))}
          />
          {state === opened.state ? null : (
            <TextArea
              id={id('why')}
              label="Why"
              field={register('why')}
              error={errors.why?.message}
            />
          )}
          <div className="actions field-wide">
            <button type="submit" className="button button-main">
              {sending ? 'Saving…' : 'Save'}
            </button>
            <button type="button" className="button button-quiet" onClick={onClose}>
              Cancel
            </button>
          </div>
        </form>
        {failed ? <Failed heading="Not saved" says={failed} /> : null}
        {dialog}
        <LeaveGuard
          leaving="list"
          isUnsaved={() => isDirty}
          says={`What you changed of ${writeName(row.patient)} is not saved yet.`}
        />
      </td>
    </tr>
  )
}
