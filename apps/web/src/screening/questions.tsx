import { writeDay } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { ageOn } from '../facts/age.ts'
import { readTypedDay } from '../facts/typed-day.ts'
import type { Entries } from './entries.ts'
import { useChart } from './form-context.ts'
import { LevelList } from './level-list.tsx'
import { RedFlagSection } from './red-flag-section.tsx'
import { ForEachLevel, PatientFields, Section } from './sections.tsx'
import { TypedDayField } from './typed-fields.tsx'

const mri = ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'] as const
const instead = ['mriNotPossible', 'otherImaging', 'otherImagingActive'] as const
const onset = ['onsetOn', 'cause'] as const
const care = [
  'careStartedOn',
  'careDays',
  'careModalities',
  'careResponse',
  'earlyException',
] as const
const canal = [
  'retropulsion',
  'canalCompromisePercent',
  'posteriorWall',
  'heightLossPercent',
] as const
const pain = [
  'painScale',
  'painScore',
  'painSeverity',
  'painFromFracture',
  'painTrend',
  'hospitalizedForPain',
] as const
const life = ['qualityOfLifeLimited', 'qualityOfLifeNote', 'oswestry', 'rolandMorris'] as const

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
      <Section heading="MRI">
        <ForEachLevel levels={levels} facts={mri} more={instead} />
      </Section>
      <Section heading="Onset and cause">
        <ForEachLevel levels={levels} facts={onset} />
      </Section>
      <Section
        heading="Conservative care"
        hint="Give the start or the number of days. Leave all kinds unticked when it is not recorded what was tried."
      >
        <div className="fields">
          <PatientFields facts={care} />
        </div>
      </Section>
      <Section heading="Spinal canal and vertebra">
        <ForEachLevel levels={levels} facts={canal} />
      </Section>
      <Section heading="Pain">
        <div className="fields">
          <PatientFields facts={pain} />
        </div>
      </Section>
      <Section heading="Quality of life">
        <div className="fields">
          <PatientFields facts={life} />
        </div>
      </Section>
      <RedFlagSection />
      {children}
    </>
  )
}
