import { zodResolver } from '@hookform/resolvers/zod'
import { AuditGroup, AuditOutcome } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { useId } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { z } from 'zod'
import { maybeDay } from '../handling/typed.ts'
import { OptionField } from '../ui/option-field.tsx'
import { auditOutcomeWords, groupWords } from './action-words.ts'
import type { AuditAsked } from './audit-address.ts'
import { FilterDay, FiltersForm } from './filters-form.tsx'

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

type FiltersProps = { asked: AuditAsked; onAsk: (changed: Read) => void }

/** Narrows the log by kind of action, outcome and days; what the address says stands in it. */
export function Filters({ asked, onAsk }: FiltersProps) {
  const formId = useId()
  const form = useForm<Typed, unknown, Read>({
    values: typedOf(asked),
    resolver: zodResolver(FiltersTyped),
    shouldFocusError: false,
  })
  return (
    <FormProvider {...form}>
      <FiltersForm formId={formId} onSubmit={(refused) => form.handleSubmit(onAsk, refused)}>
        <OptionField
          id={`${formId}-group`}
          label="Kind of action"
          field={form.register('group')}
          options={optionsOf('Every kind', groupWords)}
        />
        <OptionField
          id={`${formId}-outcome`}
          label="Outcome"
          field={form.register('outcome')}
          options={optionsOf('Every outcome', auditOutcomeWords)}
        />
        <FilterDay formId={formId} name="from" />
        <FilterDay formId={formId} name="to" />
      </FiltersForm>
    </FormProvider>
  )
}
