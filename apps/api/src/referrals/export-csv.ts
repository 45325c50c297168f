const startsAFormula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Keeps a spreadsheet from reading a text as a formula: an apostrophe before it makes it text. */
const harmless = (text: string) => (startsAFormula.test(text) ? `'${text}` : text)

const quoted = (text: string) =>
  /[",;\r\n\t\v\f\u0085\u2028\u2029']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** What spreadsheets know UTF-8 by. */
export const byteOrderMark = '\ufeff'

/** Writes one line of CSV (RFC 4180) that no spreadsheet takes for a formula. */
export const csvLine = (values: readonly (string | null)[]): string =>
  `${values.map((value) => quoted(harmless(value ?? ''))).join(',')}\r\n`
