import type { z } from 'zod'

/** How a fact is answered: its label, the kind of answer, and the words of its options. */
export type Field =
  | { kind: 'choice'; label: string; options: Readonly<Record<string, string>> }
  | { kind: 'yes-no'; label: string }
  | { kind: 'several'; label: string; none: string; options: Readonly<Record<string, string>> }
  | { kind: 'day'; label: string }
  | { kind: 'text'; label: string }
  | NumberField

/** A number with its unit; least, most and whether it is whole come from the rules' own schema. */
export type NumberField = {
  kind: 'number'
  label: string
  unit: string | undefined
  least: number
  most: number
  whole: boolean
}

/** A fact with one answer out of a few. */
export const choice = <const O extends Record<string, string>>(label: string, options: O) =>
  ({ kind: 'choice', label, options }) as const

/** A fact that is true or false. */
export const yesNo = (label: string) => ({ kind: 'yes-no', label }) as const

/** A fact with any number of answers; `none` records an empty list, which is not the same as not recorded. */
export const several = <const O extends Record<string, string>>(
  label: string,
  none: string,
  options: O,
) => ({ kind: 'several', label, none, options }) as const

/** A calendar day. */
export const day = (label: string) => ({ kind: 'day', label }) as const

/** A few lines of text. */
export const text = (label: string) => ({ kind: 'text', label }) as const

/** A number that lies where the rules' schema says it lies. */
export function number(
  label: string,
  unit: string | undefined,
  schema: z.ZodOptional<z.ZodNumber>,
): NumberField {
  const { minValue, maxValue, isInt } = schema.unwrap()
  return {
    kind: 'number',
    label,
    unit,
    least: minValue ?? Number.NEGATIVE_INFINITY,
    most: maxValue ?? Number.POSITIVE_INFINITY,
    whole: isInt,
  }
}

/** The value of a choice that was put and is not recorded; it removes the key. */
export const notRecorded = 'not-recorded'

/** The words of a fact that is true or false. */
export const yesOrNo = { yes: 'Yes', no: 'No' } as const
