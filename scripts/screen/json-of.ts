const needsNoEscape = /^[ !#-[\]-~]*$/
const lasting = new WeakMap<object, string>()

/** Writes any plain data as JSON; that of a frozen object is remembered, for it never changes. */
export function jsonOf(value: unknown): string {
  if (typeof value === 'string') {
    return needsNoEscape.test(value) ? `"${value}"` : JSON.stringify(value)
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = lasting.get(value)
  if (known !== undefined) return known
  const json = Array.isArray(value) ? listAsJson(value) : JSON.stringify(value)
  if (Object.isFrozen(value)) lasting.set(value, json)
  return json
}

function listAsJson(items: readonly unknown[]): string {
  let json = '['
  for (let at = 0; at < items.length; at++)
    json += at === 0 ? jsonOf(items[at]) : `,${jsonOf(items[at])}`
  return `${json}]`
}
