const needsNoEscape = /^[ !#-[\]-~]*$/
const beyondAscii = /[^\0-~]/g

/** Writes plain data as JSON in ASCII alone. */
export function jsonOf(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'string' && needsNoEscape.test(value)) return `"${value}"`
  return JSON.stringify(value).replace(
    beyondAscii,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Gives ASCII text as bytes. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')
