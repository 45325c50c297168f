import { zodResolver } from '@hookform/resolvers/zod'
import type { AuditFiguresChoices } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { readTypedDay } from '../facts/typed-day.ts'
import { shortOutcomeWords } from '../result/wording.ts'
import { today } from '../today.ts'
import { DayField } from '../ui/day-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { goTo } from '../ui/go-to.ts'
import { OptionField } from '../ui/option-field.tsx'
import { type FiguresRead, FiguresTyped, periodWords } from './figures-typed.ts'

const optionsOf = (all: string, words: readonly (readonly [string, string])[]) => [
  { value: '', label: all },
  ...words.map(([value, label]) => ({ value, label })),
]

const same = (values: readonly string[]) => values.map((value) => [value, value] as const)

const labels = { from: 'First day', to: 'Last day' } as const

type FiguresFiltersProps = {
  typed: FiguresTyped
  choices: AuditFiguresChoices
  onAsk: (asked: FiguresRead) => void
}

/** Narrows the figures by period, ruleset version, outcome, referrer and surgeon. */
export function FiguresFilters({ typed, choices, onAsk }: FiguresFiltersProps) {
  const formId = useId()
  const [attempt, setAttempt] = useState(0)
  const { register, handleSubmit, watch, setValue, formState } = useForm<
    FiguresTyped,
    unknown,
    FiguresRead
  >({ values: typed, resolver: zodResolver(FiguresTyped), shouldFocusError: false })
  const field = (name: keyof FiguresTyped) => ({ id: `${formId}-${name}`, field: register(name) })
  const problems = (['from', 'to'] as const).flatMap((name) => {
    const says = formState.errors[name]?.message
    return says === undefined ? [] : [{ id: `${formId}-${name}`, says }]
  })
  const dayField = (name: 'from' | 'to') => {
    const read = readTypedDay(watch(name), today())
    return (
      <DayField
        {...field(name)}
        label={labels[name]}
        error={formState.errors[name]?.message}
        picked={read.read === 'day' ? read.day : undefined}
        onPick={(picked) => setValue(name, picked === '' ? '' : writeDay(picked))}
      />
    )
  }
  const surgeons = choices.surgeons.map(({ id, displayName }) => [id, displayName] as const)
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
          {...field('period')}
          label="Period"
          options={Object.entries(periodWords).map(([value, label]) => ({ value, label }))}
        />
        {watch('period') === 'own' ? [dayField('from'), dayField('to')] : null}
        <OptionField
          {...field('version')}
          label="Ruleset version"
          options={optionsOf('Every version', same(choices.versions))}
        />
        <OptionField
          {...field('outcome')}
          label="Outcome"
          options={optionsOf('Every outcome', Object.entries(shortOutcomeWords))}
        />
        <OptionField
          {...field('referrer')}
          label="Referrer"
          options={optionsOf('Every referrer', same(choices.referrers))}
        />
        <OptionField
          {...field('surgeon')}
          label="Decided by"
          options={optionsOf('Everybody', surgeons)}
        />
        <button type="submit" className="button">
          Apply
        </button>
      </div>
    </form>
  )
}
