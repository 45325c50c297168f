import { z } from 'zod'
import { remembered } from './remembered.ts'

/** Whether a schema surely accepts a value and gives it back unchanged; false leaves the verdict to the schema. */
type Sure = (value: unknown) => boolean

const never: Sure = () => false

/** The longest text whose verdict is remembered: every name and day is shorter, and a note is not to be kept. */
const longestRemembered = 30

const isRemembered = (value: unknown) =>
  typeof value === 'string' ? value.length <= longestRemembered : typeof value !== 'object'

const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema

/**
 * Derives from a schema a quick check of what `JSON.parse` gave: it knows the keys of strict objects and
 * the lengths of lists; for every single value it asks the schema, once. It is never sure of a schema
 * with rules of any other kind.
 */
export function surelyAccepts(schema: z.core.$ZodType): Sure {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) return surelyObject(inner)
  if (inner instanceof z.ZodArray) return surelyList(inner)
  if (inner instanceof z.ZodBoolean && !hasRules(inner.def)) return isBoolean
  return surelyValue(schema)
}

const isBoolean: Sure = (value) => typeof value === 'boolean'

function surelyValue(schema: z.core.$ZodType): Sure {
  const verdicts = new Map<unknown, boolean>()
  const ask: Sure = (value) => {
    const read = z.safeParse(schema, value)
    return read.success && read.data === value
  }
  return (value) => {
    const known = verdicts.get(value)
    if (known !== undefined) return known && !Object.is(value, -0)
    if (value === undefined || Object.is(value, -0) || typeof value === 'object') return false
    return isRemembered(value) ? remembered(verdicts, value, () => ask(value)) : ask(value)
  }
}

const hasRules = ({ checks = [] }: { checks?: readonly unknown[] | undefined }) => checks.length > 0

function surelyObject(schema: z.ZodObject): Sure {
  if (!(schema.def.catchall instanceof z.ZodNever) || hasRules(schema.def)) return never
  const keys = new Map<string, { sure: Sure; needed: number }>()
  for (const [key, value] of Object.entries(schema.shape)) {
    keys.set(key, { sure: surelyAccepts(value), needed: value instanceof z.ZodOptional ? 0 : 1 })
  }
  const neededKeys = [...keys.values()].reduce((count, { needed }) => count + needed, 0)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    let found = 0
    for (const key in value) {
      const known = keys.get(key)
      if (known === undefined || !known.sure((value as Record<string, unknown>)[key])) return false
      found += known.needed
    }
    return found === neededKeys
  }
}

/** Reads the lengths that a list may have; undefined when it has a rule of another kind. */
function lengthsOf({ def: { checks = [] } }: z.ZodArray) {
  let [least, most] = [0, Number.POSITIVE_INFINITY]
  for (const { _zod: rule } of checks) {
    const { check, minimum, maximum } = rule.def as typeof rule.def & Record<string, unknown>
    if (check === 'min_length' && typeof minimum === 'number') least = Math.max(least, minimum)
    else if (check === 'max_length' && typeof maximum === 'number') most = Math.min(most, maximum)
    else return undefined
  }
  return { least, most }
}

function surelyList(schema: z.ZodArray): Sure {
  const lengths = lengthsOf(schema)
  if (lengths === undefined) return never
  const { least, most } = lengths
  const sure = surelyAccepts(schema.element)
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return false
    for (const item of value) if (!sure(item)) return false
    return true
  }
}
