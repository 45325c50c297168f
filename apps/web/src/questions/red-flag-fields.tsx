import { type RedFlagFact, redFlagFacts } from '@kyphoscreen/rules'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Entries } from './entries.ts'
import { PatientFields } from './sections.tsx'
import { Undo } from './undo.tsx'

const paths = redFlagFacts.map((fact) => `patient.${fact}` as const)

/** What is said above the red flags. */
export const redFlagHint =
  'Asked and absent is an answer; not asked is not. What stays open is listed as not recorded.'

/** The red flags: each by itself, and one deliberate act that records every open one as absent. */
export function RedFlagFields() {
  const { setValue } = useFormContext<Entries>()
  const answers = useWatch<Entries, typeof paths>({ name: paths })
  const [before, setBefore] = useState<readonly string[]>()
  const present = answers.filter((answer) => answer === 'yes').length
  const open = answers.filter((answer) => answer !== 'yes' && answer !== 'no').length
  const set = (index: number, answer: string) =>
    setValue(`patient.${redFlagFacts[index] as RedFlagFact}`, answer, { shouldDirty: true })
  const recordAbsent = () => {
    setBefore(answers)
    answers.forEach((answer, index) => {
      if (answer !== 'yes') set(index, 'no')
    })
  }
  const undo = () => {
    for (const [index, answer] of before?.entries() ?? []) set(index, answer)
    setBefore(undefined)
  }
  return (
    <>
      {open > 0 ? (
        <button type="button" className="button" onClick={recordAbsent}>
          {present === 0 ? 'None of these' : `None of the other ${open}`}: record as absent
        </button>
      ) : null}
      {open === 0 && before ? (
        <Undo
          says={`${present === 0 ? 'None of these' : 'None of the others'}: recorded as absent.`}
          onUndo={undo}
        />
      ) : null}
      <div className="fields">
        <PatientFields facts={redFlagFacts} />
      </div>
    </>
  )
}
