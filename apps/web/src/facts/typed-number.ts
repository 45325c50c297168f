import type { NumberField } from './field.ts'

/** What a typed number comes to: nothing typed, a number, or the reason it can't be read with its remedy. */
export type TypedNumber =
  | { read: 'nothing' }
  | { read: 'number'; number: number }
  | { read: 'no'; why: string }

const plainNumber = /^\d{1,6}(\.\d{1,6})?$/
const decimalComma = /^\d{1,6},\d{1,6}$/

const no = (why: string): TypedNumber => ({ read: 'no', why })

/** Reads a typed number; a blank is nothing, never zero, and what is not plainly a number is refused. */
export function readTypedNumber(
  typed: string,
  { least, most, whole }: Pick<NumberField, 'least' | 'most' | 'whole'>,
): TypedNumber {
  const text = typed.trim()
  if (text === '') return { read: 'nothing' }
  if (decimalComma.test(text)) return no('has a comma; write decimals with a point, such as 7.6')
  const bounds = `${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`
  if (!plainNumber.test(text))
    return no(`is not a number that can be read; write ${bounds}, digits only`)
  const number = Number(text)
  if (number < least || number > most) return no(`lies outside its scale; write ${bounds}`)
  if (whole && !Number.isInteger(number)) return no(`must be whole; write ${bounds}`)
  return { read: 'number', number }
}
