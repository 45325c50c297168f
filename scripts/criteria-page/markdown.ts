import type { Source } from '@kyphoscreen/rules'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** Writes a table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** Writes citations, `S1 ¶4, S2 ¶9`. */
export const citations = (sources: readonly Source[]): string =>
  sources.map(({ document, paragraph }) => `${document} ¶${paragraph}`).join(', ')

/** Writes names as code. */
export const codes = (names: readonly string[]): string =>
  names.map((name) => `\`${name}\``).join(', ')
