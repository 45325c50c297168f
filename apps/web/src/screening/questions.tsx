import { writeDay } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { ageOn } from '../facts/age.ts'
import { readTypedDay } from '../facts/typed-day.ts'
import { consult } from '../questions/consult.ts'
import type { Entries } from '../questions/entries.ts'
import { useChart } from '../questions/form-context.ts'
import { LevelList } from '../questions/level-list.tsx'
import { RedFlagFields, redFlagHint } from '../questions/red-flag-fields.tsx'
import { PartFields, Section } from '../questions/sections.tsx'
import { TypedDayField } from '../questions/typed-fields.tsx'

/** The age as the chart has it: recorded data, and so not asked for. */
function Age() {
  const { birthDate, today } = useChart()
  const read = readTypedDay(useWatch<Entries, 'assessedOn'>({ name: 'assessedOn' }), today)
  const age = read.read === 'day' ? ageOn(birthDate, read.day) : undefined
  return (
    <p className="from-chart">
      <span className="field-label">Age</span>
      {age === undefined ? 'follows from the day of assessment' : <b>{age} years</b>}
      <span className="field-note">from the chart: born {writeDay(birthDate)}</span>
    </p>
  )
}

/** The questions, in the order of the consult. */
export function Questions({ children }: { children?: ReactNode }) {
  const { control } = useFormContext<Entries>()
  const levels = useFieldArray({ control, name: 'levels' })
  return (
    <>
      <section className="form-section" aria-label="Assessment">
        <div className="fields">
          <TypedDayField
            path="assessedOn"
            label="Day of assessment"
            hint="The facts are judged on this day."
          />
          <Age />
        </div>
        <p className="section-hint">
          Dates: 05-Nov-2026, 2026-11-05, or counted back as -10d or -3w.
        </p>
      </section>
      <LevelList levels={levels} />
      {consult.map((part) => (
        <Section key={part.heading} heading={part.heading} hint={part.hint}>
          <PartFields part={part} levels={levels} />
        </Section>
      ))}
      <Section heading="Red flags" hint={redFlagHint}>
        <RedFlagFields />
      </Section>
      {children}
    </>
  )
}
