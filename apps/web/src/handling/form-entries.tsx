import type { Person } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { today } from '../today.ts'
import { Choice } from '../ui/choice.tsx'
import { DayField } from '../ui/day-field.tsx'
import { OptionField } from '../ui/option-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { readDueDay, writeDayAndDistance } from './due.ts'
import { usePeople } from './people.ts'
import { useEntryId } from './small-form.tsx'

type EntryProps = { name: string; label: string; hint?: ReactNode }
type Words = Readonly<Record<string, string>>
type Groups = Readonly<Record<string, Words>>

function useEntry(name: string) {
  const { register, formState } = useFormContext()
  const message = formState.errors[name]?.message
  return {
    id: useEntryId(name),
    field: register(name),
    error: typeof message === 'string' ? message : undefined,
  }
}

/** A line of text. */
export const LineEntry = ({ name, ...texts }: EntryProps) => (
  <TextField {...useEntry(name)} {...texts} />
)

/** A password of the one who is signed in; it is typed each time anew. */
export const PasswordEntry = ({ name, ...texts }: EntryProps) => (
  <TextField
    {...useEntry(name)}
    {...texts}
    input={{ type: 'password', autoComplete: 'current-password', spellCheck: false }}
  />
)

/** A few lines of text. */
export const ProseEntry = ({ name, ...texts }: EntryProps) => (
  <TextArea {...useEntry(name)} {...texts} />
)

/** A date: typed or picked, with its distance from today beside it. */
export function DayEntry({ name, label, hint }: EntryProps) {
  const { setValue } = useFormContext()
  const entry = useEntry(name)
  const day = today()
  const read = readDueDay(String(useWatch({ name }) ?? ''), day)
  return (
    <DayField
      {...entry}
      label={label}
      hint={hint}
      note={read.read === 'day' ? writeDayAndDistance(read.day, day) : undefined}
      picked={read.read === 'day' ? read.day : undefined}
      onPick={(picked) =>
        setValue(name, picked === '' ? '' : writeDay(picked), { shouldDirty: true })
      }
    />
  )
}

const optionsOf = (words: Words) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** One answer out of a few, side by side. */
export const ChoiceEntry = ({ name, label, words, hint }: EntryProps & { words: Words }) => (
  <Choice {...useEntry(name)} legend={label} options={optionsOf(words)} hint={hint} />
)

/** Any number of answers, side by side. */
export const TicksEntry = ({ name, label, words, hint }: EntryProps & { words: Words }) => (
  <Choice {...useEntry(name)} several legend={label} options={optionsOf(words)} hint={hint} />
)

/** One answer out of a list whose answers stand in groups; none is chosen beforehand. */
export const GroupedEntry = ({ name, groups, ...texts }: EntryProps & { groups: Groups }) => (
  <OptionField
    {...useEntry(name)}
    {...texts}
    options={[{ value: '', label: 'Choose…' }]}
    groups={Object.entries(groups).map(([heading, words]) => ({
      heading,
      options: optionsOf(words),
    }))}
  />
)

/** One answer out of a list. */
export const ListEntry = ({ name, words, ...texts }: EntryProps & { words: Words }) => (
  <OptionField {...useEntry(name)} {...texts} options={optionsOf(words)} />
)

/** Who looks after it: nobody, or a colleague. */
export function OwnerEntry({ name, owner, ...texts }: EntryProps & { owner: Person | null }) {
  const people = usePeople(owner)
  return (
    <OptionField
      {...useEntry(name)}
      {...texts}
      options={[
        { value: '', label: 'Nobody' },
        ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
      ]}
    />
  )
}
