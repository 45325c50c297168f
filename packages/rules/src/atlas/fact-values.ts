import { addDays } from '../day.ts'
import { type Fact, LevelFacts, PatientFacts } from '../facts.ts'
import type { Findings } from '../findings.ts'
import { policy } from '../policy.ts'
import { triedOn } from './seen-together.ts'

type Schema = {
  def: { type: string; element?: unknown }
  options?: readonly unknown[]
  unwrap?: () => unknown
}

const policyNumbers = Object.values(policy)

function valuesOf(schema: Schema): readonly unknown[] {
  const { type, element } = schema.def
  if (type === 'optional') return valuesOf(schema.unwrap?.() as Schema)
  if (type === 'enum') return schema.options ?? []
  if (type === 'boolean') return [true, false]
  if (type === 'array') return [[], ...valuesOf(element as Schema).map((value) => [value])]
  if (type === 'number')
    return [0, ...policyNumbers.flatMap((value) => [value - 1, value, value + 1])]
  return []
}

const daysBack = [0, 1, 13, 14, 42, 43, 84, 85].map((days) => addDays(triedOn, -days))

const textsOf = (fact: string): readonly unknown[] =>
  fact.endsWith('On') ? daysBack : ['cannot dress without help']

/** A fact with the values worth trying: each choice, each policy number and its neighbours, days around each limit. */
export type FactValues = { fact: Fact; ofLevel: boolean; values: readonly unknown[] }

const factsIn = (shape: object, ofLevel: boolean): FactValues[] =>
  Object.entries(shape).map(([fact, schema]) => {
    const values = valuesOf(schema as Schema)
    return { fact: fact as Fact, ofLevel, values: values.length > 0 ? values : textsOf(fact) }
  })

const { level: _, ...levelShape } = LevelFacts.shape

/** Every fact with its values, a level's first. */
export const everyFact: readonly FactValues[] = [
  ...factsIn(levelShape, true),
  ...factsIn(PatientFacts.shape, false),
]

/** Gives findings with a fact of the patient, or of their first level, set; `undefined` leaves it out. */
export function withFact(findings: Findings, { fact, ofLevel }: FactValues, value: unknown) {
  const put = <T extends object>(facts: T): T => {
    const { [fact as keyof T]: __, ...others } = facts
    return (value === undefined ? others : { ...others, [fact]: value }) as T
  }
  const [first, ...more] = findings.levels
  return ofLevel && first
    ? { ...findings, levels: [put(first), ...more] }
    : { ...findings, patient: put(findings.patient ?? {}) }
}
