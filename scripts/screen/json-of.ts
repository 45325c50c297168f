const mostRemembered = 10_000
const writtenTexts = new Map<string, string>()
const writtenConstants = new WeakMap<object, string>()

/** Writes a plain value as JSON, exactly as `JSON.stringify` does, remembering the texts and frozen objects that recur. */
export function jsonOf(value: unknown): string {
  if (typeof value === 'string') return textJson(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (!Object.isFrozen(value)) return Array.isArray(value) ? arrayJson(value) : objectJson(value)
  const written = writtenConstants.get(value)
  if (written !== undefined) return written
  const json = JSON.stringify(value)
  writtenConstants.set(value, json)
  return json
}

function textJson(text: string): string {
  const written = writtenTexts.get(text)
  if (written !== undefined) return written
  const json = JSON.stringify(text)
  if (writtenTexts.size < mostRemembered) writtenTexts.set(text, json)
  return json
}

function arrayJson(items: readonly unknown[]): string {
  let json = ''
  for (const item of items) json += json === '' ? jsonOf(item) : `,${jsonOf(item)}`
  return `[${json}]`
}

function objectJson(object: object): string {
  let json = ''
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    json += `${json === '' ? '' : ','}${textJson(key)}:${jsonOf(value)}`
  }
  return `{${json}}`
}
