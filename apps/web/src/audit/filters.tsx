import { zodResolver } from '@hookform/resolvers/zod'
import { AuditGroup, AuditOutcome } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { readTypedDay } from '../facts/typed-day.ts'
import { maybeDay } from '../handling/typed.ts'
import { today } from '../today.ts'
import { DayField } from '../ui/day-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { goTo } from '../ui/go-to.ts'
import { OptionField } from '../ui/option-field.tsx'
import { auditOutcomeWords, groupWords } from './action-words.ts'
import type { AuditAsked } from './audit-address.ts'

const anyOr = <T extends string>(schema: z.ZodEnum<{ [key in T]: key }>) =>
  z.union([z.literal(''), schema]).transform((value) => (value === '' ? null : value))

const FiltersTyped = z
  .object({
    group: anyOr(AuditGroup),
    outcome: anyOr(AuditOutcome),
    from: maybeDay('First day'),
    to: maybeDay('Last day'),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: 'Last day lies before the first day; correct one of them.',
    path: ['to'],
  })

type Typed = z.input<typeof FiltersTyped>
type Read = z.output<typeof FiltersTyped>

const writeTyped = (day: Day | null) => (day === null ? '' : writeDay(day))

const typedOf = ({ group, outcome, from, to }: AuditAsked): Typed => ({
  group: group ?? '',
  outcome: outcome ?? '',
  from: writeTyped(from),
  to: writeTyped(to),
})

const optionsOf = (all: string, words: Readonly<Record<string, string>>) => [
  { value: '', label: all },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]

const dayLabels = { from: 'First day', to: 'Last day' } as const

type FiltersProps = { asked: AuditAsked; onAsk: (changed: Read) => void }

/** Narrows the log by kind of action, outcome and days; what the address says stands in it. */
export function Filters({ asked, onAsk }: FiltersProps) {
  const formId = useId()
  const [attempt, setAttempt] = useState(0)
  const { register, handleSubmit, watch, setValue, formState } = useForm<Typed, unknown, Read>({
    values: typedOf(asked),
    resolver: zodResolver(FiltersTyped),
    shouldFocusError: false,
  })
  const errorOf = (name: keyof Typed) => formState.errors[name]?.message
  const problems = (['from', 'to'] as const).flatMap((name) => {
    const says = errorOf(name)
    return says === undefined ? [] : [{ id: `${formId}-${name}`, says }]
  })
  const dayField = (name: 'from' | 'to') => {
    const read = readTypedDay(watch(name), today())
    return (
      <DayField
        id={`${formId}-${name}`}
        label={dayLabels[name]}
        field={register(name)}
        error={errorOf(name)}
        picked={read.read === 'day' ? read.day : undefined}
        onPick={(picked) => setValue(name, picked === '' ? '' : writeDay(picked))}
      />
    )
  }
  return (
    <form
      className="stack-close no-print"
      noValidate
      aria-label="Filters"
      onSubmit={handleSubmit(onAsk, () => setAttempt((before) => before + 1))}
    >
      <ErrorSummary within="Filters" attempt={attempt} problems={problems} onGoTo={goTo} />
      <div className="audit-filters">
        <OptionField
          id={`${formId}-group`}
          label="Kind of action"
          field={register('group')}
          options={optionsOf('Every kind', groupWords)}
        />
        <OptionField
          id={`${formId}-outcome`}
          label="Outcome"
          field={register('outcome')}
          options={optionsOf('Every outcome', auditOutcomeWords)}
        />
        {dayField('from')}
        {dayField('to')}
        <button type="submit" className="button">
          Apply
        </button>
      </div>
    </form>
  )
}
