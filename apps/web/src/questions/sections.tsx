import type { LevelFact } from '@kyphoscreen/rules'
import { type ReactNode, useId, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { ConsultPart } from './consult.ts'
import type { AskedOfPatient, Entries } from './entries.ts'
import { FactField } from './fact-field.tsx'
import { type LevelsOfForm, nameOfLevel } from './level-list.tsx'
import './questions.css'

type SectionProps = { heading: string; children: ReactNode; hint?: ReactNode }

/** One part of the consult. */
export function Section({ heading, hint, children }: SectionProps) {
  const id = useId()
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {hint ? <p className="section-hint">{hint}</p> : null}
      {children}
    </section>
  )
}

type LevelPart = { facts: readonly LevelFact[]; more?: readonly LevelFact[] }

function MoreFields({ facts, index }: { facts: readonly LevelFact[]; index: number }) {
  const name = `levels.${index}` as const
  const entries = useWatch<Entries, typeof name>({ name })
  const answered = facts.some((fact) => (entries?.[fact] ?? '') !== '')
  const [open, setOpen] = useState(answered)
  if (answered && !open) setOpen(true)
  return (
    <details className="more" open={open}>
      <summary>MRI not possible, or other imaging done</summary>
      <div className="fields">
        {facts.map((fact) => (
          <FactField key={fact} fact={fact} path={`${name}.${fact}`} />
        ))}
      </div>
    </details>
  )
}

const LevelFields = ({ facts, more, index }: LevelPart & { index: number }) => (
  <div className="fields">
    {facts.map((fact) => (
      <FactField key={fact} fact={fact} path={`levels.${index}.${fact}`} />
    ))}
    {more ? <MoreFields facts={more} index={index} /> : null}
  </div>
)

function LevelGroup({ index, ...part }: LevelPart & { index: number }) {
  const name = `levels.${index}.level` as const
  const level = useWatch<Entries, typeof name>({ name })
  return (
    <fieldset className="level-group">
      <legend>{nameOfLevel(level, index)}</legend>
      <LevelFields {...part} index={index} />
    </fieldset>
  )
}

type ForEachLevelProps = LevelPart & { levels: LevelsOfForm }

const ForEachLevel = ({ levels, ...part }: ForEachLevelProps) =>
  levels.fields.map(({ id }, index) => <LevelGroup {...part} key={id} index={index} />)

/** Asks facts of the patient. */
export const PatientFields = ({ facts }: { facts: readonly AskedOfPatient[] }) =>
  facts.map((fact) => <FactField key={fact} fact={fact} path={`patient.${fact}`} />)

type PartFieldsProps = { part: ConsultPart; levels: LevelsOfForm }

/** Asks the facts of one part of the consult. */
export const PartFields = ({ part, levels }: PartFieldsProps) =>
  part.of === 'level' ? (
    <ForEachLevel levels={levels} {...part} />
  ) : (
    <div className="fields">
      <PatientFields facts={part.facts} />
    </div>
  )

/** One part of the consult, folded up until it is opened. */
export const Folded = ({ heading, hint, children }: SectionProps) => (
  <details className="form-section folded">
    <summary>
      <h3>{heading}</h3>
    </summary>
    <div className="folded-body">
      {hint ? <p className="section-hint">{hint}</p> : null}
      {children}
    </div>
  </details>
)
