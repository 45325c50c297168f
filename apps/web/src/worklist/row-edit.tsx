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
import { useKeyFor } from '../use-key-for.ts'
import { PatientCell, StandingCells } from './cells.tsx'
import { RowPick, RowText } from './row-fields.tsx'
import { rowOf } from './row-of.ts'
import { askedOf, type RowRead, RowTyped, rowTypedFrom, senderOf, statesFrom } from './row-typed.ts'

type RowEditProps = {
  row: WorklistRow
  asOf: Day
  people: readonly Person[]
  onChange: (id: string, changed: Partial<WorklistRow>) => void
  onClose: () => void
}

/** A row that is being edited: owner, due date, state and priority, in their own cells. */
export function RowEdit({ row, asOf, people, onChange, onClose }: RowEditProps) {
  const [opened] = useState(row)
  const formId = useId()
  const keyFor = useKeyFor()
  const form = useForm<RowTyped, unknown, RowRead>({
    defaultValues: rowTypedFrom(opened),
    resolver: zodResolver(RowTyped),
  })
  const { register, setFocus, setValue, formState } = form
  const { errors } = formState
  const state = useWatch({ control: form.control, name: 'state' })
  const { act, sending, failed, dialog } = useAct<Referral>(opened, (now) =>
    onChange(now.id, rowOf(now)),
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
  const common = { form: formId }
  const owned = people.map(({ id, displayName }) => [id, displayName] as const)
  const name = writeName(row.patient)
  return (
    <tr data-edited>
      <td className="select-cell" />
      <PatientCell row={row} asOf={asOf} />
      <StandingCells row={row} asOf={asOf} />
      <td data-label="Due">
        <RowText
          {...common}
          label={`Due, ${name}`}
          hint="+3d"
          field={register('dueOn')}
          error={errors.dueOn?.message}
        />
      </td>
      <td data-label="Owner">
        <RowPick
          {...common}
          label={`Owner, ${name}`}
          field={register('ownerId')}
          options={[['', 'Nobody'], ...owned]}
        />
      </td>
      <td data-label="State">
        <RowPick
          {...common}
          label={`State, ${name}`}
          field={register('state')}
          options={statesFrom(opened.state).map((one) => [one, stateWords[one]] as const)}
        />
        {state === opened.state ? null : (
          <RowText
            {...common}
            label={`Why, ${name}`}
            hint="Why"
            field={register('why')}
            error={errors.why?.message}
          />
        )}
      </td>
      <td data-label="Priority">
        <RowPick
          {...common}
          label={`Priority, ${name}`}
          field={register('priority')}
          options={Object.entries(priorityWords)}
        />
      </td>
      <td className="edit-cell">
        <form id={formId} noValidate aria-label={`Edit ${name}`} onSubmit={form.handleSubmit(save)}>
          <button type="submit" className="button button-main">
            {sending ? 'Saving…' : 'Save'}
          </button>
          <button type="button" className="button button-quiet" onClick={onClose}>
            Cancel
          </button>
        </form>
        {failed ? <Failed heading="Not saved" says={failed} /> : null}
        {dialog}
      </td>
    </tr>
  )
}
