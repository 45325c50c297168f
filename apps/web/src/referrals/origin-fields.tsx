import { writeDay } from '@kyphoscreen/rules'
import { useFormContext, useWatch } from 'react-hook-form'
import { readTypedDay } from '../facts/typed-day.ts'
import { writeDayAndDistance } from '../handling/due.ts'
import { originWords } from '../handling/wording.ts'
import { useChart, useProblem } from '../questions/form-context.ts'
import { Choice } from '../ui/choice.tsx'
import { DayField } from '../ui/day-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { EvidenceEntries } from './evidence-entries.ts'

const kinds = Object.entries(originWords).map(([value, label]) => ({ value, label }))

/** Asks where the facts come from: what kind of source, which one, and of what day. */
export function OriginFields() {
  const { register, setValue } = useFormContext<EvidenceEntries>()
  const { today } = useChart()
  const read = readTypedDay(useWatch<EvidenceEntries, 'origin.on'>({ name: 'origin.on' }), today)
  return (
    <div className="fields">
      <Choice
        id="origin-kind"
        legend="Where it comes from"
        options={kinds}
        field={register('origin.kind')}
        error={useProblem('origin.kind')}
      />
      <TextField
        id="origin-name"
        label="Which one"
        hint="Such as: MRI report, or the nurse of the referring clinic"
        field={register('origin.name')}
        error={useProblem('origin.name')}
        input={{ maxLength: 200 }}
      />
      <DayField
        id="origin-on"
        label="Day of the source"
        hint="The day of the document, the call or the examination"
        field={register('origin.on')}
        error={useProblem('origin.on')}
        note={read.read === 'day' ? writeDayAndDistance(read.day, today) : undefined}
        picked={read.read === 'day' ? read.day : undefined}
        latest={today}
        onPick={(picked) =>
          setValue('origin.on', picked === '' ? '' : writeDay(picked), { shouldDirty: true })
        }
      />
    </div>
  )
}
