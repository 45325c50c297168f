import { z } from 'zod'
import { LevelFacts, PatientFacts } from './findings.ts'

/** The values of a fact that has few of them, numbered from 1; 0 is a fact that is not recorded. */
export type FewValues = ReadonlyMap<unknown, number>

const facts: Readonly<Record<string, unknown>> = { ...PatientFacts.shape, ...LevelFacts.shape }

function listed(schema: unknown): readonly unknown[] | undefined {
  if (schema instanceof z.ZodOptional) return listed(schema.unwrap())
  if (schema instanceof z.ZodBoolean) return [true, false]
  return schema instanceof z.ZodEnum ? schema.options : undefined
}

/** Numbers the values of a fact that has few, a choice from a list or yes and no; undefined for all else. */
export function fewValuesOf(name: string): FewValues | undefined {
  const values = listed(facts[name])
  return values && new Map([undefined, ...values].map((value, number) => [value, number]))
}

/** Gives the number of a value. */
export function numberOf(values: FewValues, value: unknown): number {
  if (value === undefined) return 0
  if (value === true) return 1
  const number = values.get(value)
  if (number === undefined) throw new Error('a fact holds a value that is not listed')
  return number
}
