const special = /[\\\n\r\t]/
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Writes one row in the text format of PostgreSQL's COPY; what is not there is what the database calls null. */
export const copyLine = (
  values: readonly (string | number | boolean | null | undefined)[],
): string => {
  let line = ''
  let before = ''
  for (const value of values) {
    line += before
    line += value == null ? '\\N' : typeof value === 'string' ? escaped(value) : String(value)
    before = '\t'
  }
  return `${line}\n`
}

/** Writes a text as it stands in a row of COPY. */
export const escaped = (text: string): string =>
  special.test(text)
    ? text.replaceAll(/[\\\n\r\t]/g, (character) => escapes[character] ?? '')
    : text
