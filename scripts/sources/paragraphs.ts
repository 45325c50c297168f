import { createHash } from 'node:crypto'

/** Gives the SHA-256 of each paragraph of a page in order; blank lines part paragraphs, and white space counts as one blank. */
export const paragraphHashes = (page: string): string[] =>
  page
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => createHash('sha256').update(paragraph, 'utf8').digest('hex'))
