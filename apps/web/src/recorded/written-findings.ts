import { type Fact, type Findings, questions } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'
import { type FactValue, writeFact } from '../facts/write-fact.ts'

/** The recorded facts of the patient or of one level, in words and in the order in which they are asked for. */
export type WrittenFacts = { heading: string; facts: { label: string; value: string }[] }

const inOrder = Object.keys(questions) as Fact[]

const written = (facts: Partial<Record<Fact, FactValue>>) =>
  inOrder.flatMap((fact) =>
    facts[fact] === undefined
      ? []
      : [{ label: fields[fact].label, value: writeFact(fact, facts[fact]) }],
  )

/** Writes findings as recorded; what is not recorded is left out, never filled in. */
export const writtenFindings = ({ levels, patient = {} }: Findings): WrittenFacts[] => [
  ...levels.map(({ level, ...facts }) => ({ heading: level, facts: written(facts) })),
  { heading: 'Patient', facts: written(patient) },
]
