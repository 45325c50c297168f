import type { Day } from '@kyphoscreen/rules'
import { writeDay } from '@kyphoscreen/rules'
import { type ReactNode, useState } from 'react'
import { type FieldPath, useFormContext, useWatch } from 'react-hook-form'
import type { NumberField } from '../facts/field.ts'
import {
  readTypedDay,
  tidyTypedDay,
  writeDistance,
  writeDistanceFromToday,
} from '../facts/typed-day.ts'
import { readTypedNumber } from '../facts/typed-number.ts'
import { DayField } from '../ui/day-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Entries } from './entries.ts'
import { elementId } from './entry-names.ts'
import { useChart, useProblem } from './form-context.ts'

/** The path of an entry that is one text. */
export type EntryPath = FieldPath<Entries>

const leftOut = (label: string, why: string) => `Left out of the result: ${label} ${why}.`

/** Watches an entry and whether somebody is typing in it right now. */
function useTyped(path: EntryPath) {
  const [typing, setTyping] = useState(false)
  const { register, setValue } = useFormContext<Entries>()
  const typed = String(useWatch<Entries>({ name: path }) ?? '')
  const field = register(path, { onBlur: () => setTyping(false) })
  return { typed, typing, setTyping, field, setValue }
}

function useAssessedOn(): Day | undefined {
  const { today } = useChart()
  const read = readTypedDay(useWatch<Entries, 'assessedOn'>({ name: 'assessedOn' }), today)
  return read.read === 'day' ? read.day : undefined
}

type TypedDayFieldProps = { path: EntryPath; label: string; hint?: ReactNode }

/** A date: typed or picked, tidied on leaving it, with the distance to the assessment beside it. */
export function TypedDayField({ path, label, hint }: TypedDayFieldProps) {
  const { typed, typing, setTyping, field, setValue } = useTyped(path)
  const { today } = useChart()
  const assessedOn = useAssessedOn()
  const countFrom = path === 'assessedOn' ? today : assessedOn
  const error = useProblem(path)
  const read = readTypedDay(typed, countFrom)
  const change = (text: string) => setValue(path, text, { shouldDirty: true, shouldTouch: true })
  const noteOf = () => {
    if (read.read === 'no') return typing || error ? undefined : leftOut(label, read.why)
    if (read.read === 'nothing') return undefined
    const written = typing ? `${writeDay(read.day)}, ` : ''
    if (path === 'assessedOn') return written + writeDistanceFromToday(read.day, today)
    return assessedOn && written + writeDistance(read.day, assessedOn)
  }
  return (
    <DayField
      id={elementId(path)}
      label={label}
      hint={hint}
      note={noteOf()}
      error={error}
      picked={read.read === 'day' ? read.day : undefined}
      latest={countFrom}
      onPick={(picked) => change(picked === '' ? '' : writeDay(picked))}
      field={{
        ...field,
        onChange: (event) => {
          setTyping(true)
          return field.onChange(event)
        },
        onBlur: async (event) => {
          await field.onBlur(event)
          const tidy = tidyTypedDay(typed, countFrom)
          if (tidy !== typed) change(tidy)
        },
      }}
    />
  )
}

type TypedNumberFieldProps = { path: EntryPath; field: NumberField; hint?: ReactNode }

/** A number, typed, with its unit. */
export function TypedNumberField({
  path,
  field: { label, unit, ...bounds },
  hint,
}: TypedNumberFieldProps) {
  const { typed, typing, setTyping, field } = useTyped(path)
  const error = useProblem(path)
  const read = readTypedNumber(typed, bounds)
  return (
    <TextField
      id={elementId(path)}
      label={label}
      unit={unit}
      hint={hint}
      note={read.read === 'no' && !typing && !error ? leftOut(label, read.why) : undefined}
      error={error}
      input={{ inputMode: bounds.whole ? 'numeric' : 'decimal', className: 'input input-number' }}
      field={{
        ...field,
        onChange: (event) => {
          setTyping(true)
          return field.onChange(event)
        },
      }}
    />
  )
}
