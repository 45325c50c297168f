import { z } from 'zod'
import { type Day, dayNumber } from './day.ts'
import { LevelFacts, PatientFacts } from './facts.ts'

/**
 * Numbers for the values of a thing that is told: 0 for what is not recorded, the greatest, `size - 1`, for
 * every value without a number of its own, and the others each for one value.
 */
export type Numbers = { readonly size: number; readonly numberOf: (value: unknown) => number }

const facts: Readonly<Record<string, unknown>> = { ...PatientFacts.shape, ...LevelFacts.shape }

function listed(schema: unknown): readonly unknown[] | undefined {
  if (schema instanceof z.ZodOptional) return listed(schema.unwrap())
  if (schema instanceof z.ZodBoolean) return [true, false]
  return schema instanceof z.ZodEnum ? schema.options : undefined
}

/** Numbers a choice from a list, or yes and no; undefined for a fact of another kind. */
function numbersOfChoice(schema: unknown): Numbers | undefined {
  const values = listed(schema)
  if (values === undefined) return undefined
  const numbers = new Map([undefined, ...values].map((value, number) => [value, number]))
  const size = numbers.size + 1
  return { size, numberOf: (value) => numbers.get(value) ?? size - 1 }
}

/** Numbers a list of choices: one that holds a single item by it, the others not at all. */
function numbersOfList(schema: unknown): Numbers | undefined {
  if (schema instanceof z.ZodOptional) return numbersOfList(schema.unwrap())
  const items = schema instanceof z.ZodArray ? numbersOfChoice(schema.element) : undefined
  if (items === undefined) return undefined
  const { size, numberOf } = items
  const ofList = (list: readonly unknown[]) => (list.length === 1 ? numberOf(list[0]) : size - 1)
  return { size, numberOf: (list) => (list === undefined ? 0 : ofList(list as unknown[])) }
}

const wholesBelow = 126

/** Numbers whole numbers from 0 up, the small ones that are usual. */
export const wholes: Numbers = {
  size: wholesBelow + 2,
  numberOf: (value) => {
    if (value === undefined) return 0
    const isSmall = Number.isInteger(value) && (value as number) >= 0
    return isSmall && (value as number) < wholesBelow ? (value as number) + 1 : wholesBelow + 1
  },
}

const firstDay = dayNumber('1900-01-01')
const dayCount = dayNumber('2200-01-01') - firstDay

/** Numbers the days that can be recorded. */
const days: Numbers = {
  size: dayCount + 2,
  numberOf: (day) => {
    if (day === undefined) return 0
    const number = dayNumber(day as Day) - firstDay
    return number >= 0 && number < dayCount ? number + 1 : dayCount + 1
  },
}

/** Numbers the values of a fact or of another thing that is told. */
export const numbersOf = (name: string): Numbers =>
  name.endsWith('On')
    ? days
    : (numbersOfChoice(facts[name]) ?? numbersOfList(facts[name]) ?? wholes)

/** Packs two whole numbers from 0 up into one, no two pairs into the same: small ones into a small one, which is quick to find. */
export const pair = (one: number, other: number): number =>
  ((one + other) * (one + other + 1)) / 2 + other
