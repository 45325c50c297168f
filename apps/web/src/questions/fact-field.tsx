import type { Fact } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { type Field, notRecorded, yesOrNo } from '../facts/field.ts'
import { fields } from '../facts/fields.ts'
import { Choice, type Option } from '../ui/choice.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { noneTried } from './entries.ts'
import { elementId } from './entry-names.ts'
import { useProblem } from './form-context.ts'
import { type EntryPath, TypedDayField, TypedNumberField } from './typed-fields.tsx'

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const orNotRecorded = (words: Readonly<Record<string, string>>): Option[] => [
  ...optionsOf(words),
  { value: notRecorded, label: 'Not recorded' },
]

type FactFieldProps = { path: EntryPath; fact: Fact; hint?: ReactNode; label?: string }

/** The field in which a fact is answered, of the kind and in the words its table gives. */
export function FactField({ path, fact, hint, label }: FactFieldProps) {
  const { register } = useFormContext()
  const error = useProblem(path)
  const field: Field = fields[fact]
  const common = { id: elementId(path), field: register(path), hint, error }
  const legend = label ?? field.label
  switch (field.kind) {
    case 'yes-no':
      return <Choice {...common} legend={legend} options={orNotRecorded(yesOrNo)} />
    case 'choice':
      return <Choice {...common} legend={legend} options={orNotRecorded(field.options)} />
    case 'several': {
      const options = [...optionsOf(field.options), { value: noneTried, label: field.none }]
      return <Choice {...common} several legend={legend} options={options} />
    }
    case 'day':
      return <TypedDayField path={path} label={legend} hint={hint} />
    case 'number':
      return <TypedNumberField path={path} field={field} hint={hint} />
    case 'text':
      return <TextArea {...common} label={legend} />
  }
}
