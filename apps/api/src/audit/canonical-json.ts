const byCodeUnits = ([one]: [string, unknown], [other]: [string, unknown]) =>
  one < other ? -1 : one > other ? 1 : 0

const text = (value: string): string => {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical JSON')
  return JSON.stringify(value)
}

const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError('this number has no canonical JSON')
  return JSON.stringify(value)
}

const members = (value: object): string =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(byCodeUnits)
    .map(([key, member]) => `${text(key)}:${canonicalJson(member)}`)
    .join()

/** Writes a JSON value as RFC 8785 has it, so that equal values are equal bytes; what JSON cannot hold is refused. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value === 'object') return `{${members(value)}}`
  throw new TypeError(`a ${typeof value} has no canonical JSON`)
}
