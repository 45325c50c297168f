/** A value that has been written as canonical JSON before. */
class Written {
  readonly json: string
  constructor(json: string) {
    this.json = json
  }
}

const text = (value: string): string => {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical JSON')
  return JSON.stringify(value)
}

const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError('this number has no canonical JSON')
  return JSON.stringify(value)
}

/** What can never change is written once: the texts of values that are frozen, with everything in them. */
const remembered = new WeakMap<object, string>()

const isSettled = (value: unknown) =>
  typeof value !== 'object' || value === null || remembered.has(value)

/** To read a character has the engine put a text's pieces together, once and not each time it is a part of another. */
function remember(value: object, json: string): string {
  if (!Object.isFrozen(value) || !Object.values(value).every(isSettled)) return json
  json.charCodeAt(0)
  remembered.set(value, json)
  return json
}

const list = (values: readonly unknown[]): string => {
  let written = ''
  for (const value of values) written += `${written && ','}${canonicalJson(value)}`
  return `[${written}]`
}

/** Without an order of one's own, `sort` goes by UTF-16 code units, as the RFC does. */
const members = (value: Readonly<Record<string, unknown>>): string => {
  let written = ''
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    written += `${written && ','}${text(key)}:${canonicalJson(member)}`
  }
  return `{${written}}`
}

const structure = (value: object): string =>
  remembered.get(value) ??
  remember(value, Array.isArray(value) ? list(value) : members(value as Record<string, unknown>))

/** Writes a JSON value as RFC 8785 has it, so that equal values are equal bytes; what JSON cannot hold is refused. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return number(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (value instanceof Written) return value.json
  if (typeof value === 'object') return structure(value)
  throw new TypeError(`a ${typeof value} has no canonical JSON`)
}

/** Writes a value now, to be a part of what is written later. */
export const written = (value: unknown): Written => new Written(canonicalJson(value))
