import { useFieldArray, useFormContext } from 'react-hook-form'
import { consult } from '../questions/consult.ts'
import type { Entries } from '../questions/entries.ts'
import { LevelList } from '../questions/level-list.tsx'
import { RedFlagFields, redFlagHint } from '../questions/red-flag-fields.tsx'
import { Folded, PartFields } from '../questions/sections.tsx'

/** The questions of the consult, folded up: a source answers a few of them. */
export function EvidenceQuestions() {
  const { control } = useFormContext<Entries>()
  const levels = useFieldArray({ control, name: 'levels' })
  return (
    <>
      <p className="section-hint">
        Open what the source tells of, and leave the rest. Dates: 05-Nov-2026, or counted back from
        today as -10d or -3w.
      </p>
      <LevelList levels={levels} />
      {consult.map((part) => (
        <Folded key={part.heading} heading={part.heading} hint={part.hint}>
          <PartFields part={part} levels={levels} />
        </Folded>
      ))}
      <Folded heading="Red flags" hint={redFlagHint}>
        <RedFlagFields />
      </Folded>
    </>
  )
}
