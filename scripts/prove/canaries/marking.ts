/** What every marked text holds and nothing else does. */
export const canary = 'Quokka7731'

const textKeys: ReadonlySet<string> = new Set([
  ...['mrn', 'familyName', 'givenName', 'externalId', 'name', 'organisation', 'phone', 'fax'],
  ...['text', 'note', 'reason', 'why', 'what', 'qualityOfLifeNote', 'origin', 'details'],
])

/** Texts that stay left out: a reason that is not wanted, an id that may be there once. */
const leftOut: ReadonlySet<string> = new Set(['reason', 'externalId'])

const markedText = (key: string, number: number) => `${canary}-${number}-${key}`

/** Puts a mark in place of every free text of a body, where somebody could type what belongs to a patient. */
export function marked(body: unknown, number: number, key = ''): unknown {
  const isText = textKeys.has(key)
  if (typeof body === 'string') return isText ? markedText(key, number) : body
  if (body === null) return isText && !leftOut.has(key) ? markedText(key, number) : null
  if (Array.isArray(body)) return body.map((one) => marked(one, number, key))
  if (typeof body !== 'object') return body
  return Object.fromEntries(
    Object.entries(Object(body)).map(([name, value]) => [name, marked(value, number, name)]),
  )
}

/** Puts marks into a CSV of an import. */
export const markedCsv = (csv: string, number: number): string =>
  csv
    .replaceAll('Quillfeather', markedText('familyName', number))
    .replaceAll('Dr. A. Invented', markedText('referrer', number))
    .replace(/\bINV-1\b/, markedText('mrn', number))
    .replace(/\bR-1\b/, markedText('externalId', number))
