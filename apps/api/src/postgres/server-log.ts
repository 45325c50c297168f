import { readFile } from 'node:fs/promises'
import { RefusedToStart } from '../refused-to-start.ts'

const known: [RegExp, string][] = [
  [
    /No space left on device|Disk quota exceeded/,
    'The disk is full: free some space, then start again.',
  ],
  [
    /could not (?:create shared memory|resize shared memory|map anonymous shared memory)/,
    'PostgreSQL could not get its shared memory: give the machine or the container more, then start again.',
  ],
  [
    /Permission denied|Read-only file system/,
    'PostgreSQL may not write in the data folder: give its user the right to, or set DATA_DIR to another folder.',
  ],
]

/** What a server's own words say to a person, as one sentence. */
export const explainServerWords = (words: string): RefusedToStart => {
  const match = known.find(([pattern]) => pattern.test(words))
  if (match) return new RefusedToStart(match[1])
  const last = words
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:/i.test(line))
    .at(-1)
  const said = last?.replace(/^.*?(?:FATAL|PANIC|error):\s*/i, '').trim()
  return new RefusedToStart(
    said === undefined
      ? 'The embedded PostgreSQL did not start in time: start again when the machine is less busy.'
      : `The embedded PostgreSQL did not start: ${said}.`,
  )
}

/** What a server's log says to a person, as one sentence. */
export const explainServerLog = async (log: string): Promise<RefusedToStart> =>
  explainServerWords(await readFile(log, 'utf8').catch(() => ''))
