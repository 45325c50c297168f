import { type Fact, writeDay } from '@kyphoscreen/rules'
import type { Field } from './field.ts'
import { yesOrNo } from './field.ts'
import { fields } from './fields.ts'

/** A recorded value of a fact; undefined when it is not recorded. */
export type FactValue = string | number | boolean | readonly string[] | undefined

/** Writes a recorded value in the words of its field; `not recorded` when there is none. */
export function writeFact(fact: Fact, value: FactValue): string {
  if (value === undefined) return 'not recorded'
  const field: Field = fields[fact]
  switch (field.kind) {
    case 'yes-no':
      return value === true ? yesOrNo.yes : yesOrNo.no
    case 'choice':
      return field.options[String(value)] ?? String(value)
    case 'several':
      return Array.isArray(value) && value.length > 0
        ? value.map((one) => field.options[one] ?? one).join(', ')
        : field.none
    case 'day':
      return writeDay(String(value))
    case 'number':
      return field.unit === undefined ? String(value) : `${value} ${field.unit}`
    case 'text':
      return String(value)
  }
}
