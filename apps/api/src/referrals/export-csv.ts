const startsAFormula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Where a reader that cuts cells or lines elsewhere than at commas, as in many countries, would begin a formula. */
const startsAFormulaInside =
  /(?<=[;|\t\r\n\v\f\u0085\u2028\u2029])(?=[^\S\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** Keeps a spreadsheet from reading a text, or a part that it takes for a cell, as a formula: an apostrophe before it makes it text. */
const harmless = (text: string) => {
  const inside = text.replaceAll(startsAFormulaInside, "'")
  return startsAFormula.test(inside) ? `'${inside}` : inside
}

const quoted = (text: string) =>
  /[",;\r\n\t\v\f\u0085\u2028\u2029']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** What spreadsheets know UTF-8 by. */
export const byteOrderMark = '\ufeff'

/** Writes one line of CSV (RFC 4180) that no spreadsheet takes for a formula. */
export const csvLine = (values: readonly (string | null)[]): string =>
  `${values.map((value) => quoted(harmless(value ?? ''))).join(',')}\r\n`
