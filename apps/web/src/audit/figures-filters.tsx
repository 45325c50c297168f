import { zodResolver } from '@hookform/resolvers/zod'
import type { AuditFiguresChoices } from '@kyphoscreen/api/contract'
import { useId } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { shortOutcomeWords } from '../result/wording.ts'
import { OptionField } from '../ui/option-field.tsx'
import { type FiguresRead, FiguresTyped, periodWords } from './figures-typed.ts'
import { FilterDay, FiltersForm } from './filters-form.tsx'

const optionsOf = (all: string, words: readonly (readonly [string, string])[]) => [
  { value: '', label: all },
  ...words.map(([value, label]) => ({ value, label })),
]

const same = (values: readonly string[]) => values.map((value) => [value, value] as const)

type FiguresFiltersProps = {
  typed: FiguresTyped
  choices: AuditFiguresChoices
  onAsk: (asked: FiguresRead) => void
}

/** Narrows the figures by period, ruleset version, outcome, referrer and surgeon. */
export function FiguresFilters({ typed, choices, onAsk }: FiguresFiltersProps) {
  const formId = useId()
  const form = useForm<FiguresTyped, unknown, FiguresRead>({
    values: typed,
    resolver: zodResolver(FiguresTyped),
    shouldFocusError: false,
  })
  const field = (name: keyof FiguresTyped) => ({
    id: `${formId}-${name}`,
    field: form.register(name),
  })
  const days = (['from', 'to'] as const).map((name) => (
    <FilterDay key={name} formId={formId} name={name} />
  ))
  const surgeons = choices.surgeons.map(({ id, displayName }) => [id, displayName] as const)
  return (
    <FormProvider {...form}>
      <FiltersForm formId={formId} onSubmit={(refused) => form.handleSubmit(onAsk, refused)}>
        <OptionField
          {...field('period')}
          label="Period"
          options={Object.entries(periodWords).map(([value, label]) => ({ value, label }))}
        />
        {form.watch('period') === 'own' ? days : null}
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
      </FiltersForm>
    </FormProvider>
  )
}
