import { writeDay } from '@kyphoscreen/rules'
import { type FormEventHandler, type ReactNode, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { readTypedDay } from '../facts/typed-day.ts'
import { today } from '../today.ts'
import { DayField } from '../ui/day-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { goTo } from '../ui/go-to.ts'

const labels = { from: 'First day', to: 'Last day' } as const
const names = ['from', 'to'] as const
type Days = Record<(typeof names)[number], string>

/** The first or the last day of what is asked for. */
export function FilterDay({ formId, name }: { formId: string; name: keyof Days }) {
  const { register, watch, setValue, formState } = useFormContext<Days>()
  const read = readTypedDay(watch(name), today())
  return (
    <DayField
      id={`${formId}-${name}`}
      label={labels[name]}
      field={register(name)}
      error={formState.errors[name]?.message}
      picked={read.read === 'day' ? read.day : undefined}
      onPick={(picked) => setValue(name, picked === '' ? '' : writeDay(picked))}
    />
  )
}

type FiltersFormProps = {
  formId: string
  onSubmit: (onRefused: () => void) => FormEventHandler
  children: ReactNode
}

/** Filters and the button that applies them; a day that cannot be read is told above. */
export function FiltersForm({ formId, onSubmit, children }: FiltersFormProps) {
  const [attempt, setAttempt] = useState(0)
  const { errors } = useFormContext<Days>().formState
  const problems = names.flatMap((name) => {
    const says = errors[name]?.message
    return says === undefined ? [] : [{ id: `${formId}-${name}`, says }]
  })
  return (
    <form
      className="stack-close no-print"
      noValidate
      aria-label="Filters"
      onSubmit={onSubmit(() => setAttempt((before) => before + 1))}
    >
      <ErrorSummary within="Filters" attempt={attempt} problems={problems} onGoTo={goTo} />
      <div className="audit-filters">
        {children}
        <button type="submit" className="button">
          Apply
        </button>
      </div>
    </form>
  )
}
