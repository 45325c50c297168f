import { readFile, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { RefusedToStart } from '../refused-to-start.ts'

const diskFull = 'The disk is full: free some space, then start again.'

const known: [RegExp, string][] = [
  [/No space left on device|Disk quota exceeded/, diskFull],
  [
    /could not (?:create shared memory|resize shared memory|map anonymous shared memory)/,
    'PostgreSQL could not get its shared memory: give the machine or the container more, then start again.',
  ],
  [
    /could not look up effective user ID/,
    'PostgreSQL runs only as a user with a name, and this one has none: start as a user of this machine, or set DATABASE_URL.',
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
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  const last = lines.findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? lines.at(-1)
  const said = last?.replace(/^.*?(?:FATAL|PANIC|error):\s*/i, '').trim()
  return new RefusedToStart(
    said === undefined
      ? 'The embedded PostgreSQL ended without a word: start again, or set DATABASE_URL.'
      : `The embedded PostgreSQL did not start: ${said}.`,
  )
}

const leastFree = 1_000_000

const isFull = async (path: string) => {
  const { bavail, bsize } = await statfs(dirname(path))
  return bavail * bsize < leastFree
}

/** What a server's log says to a person, as one sentence; on a full disk the log itself may be empty. */
export const explainServerLog = async (log: string): Promise<RefusedToStart> =>
  (await isFull(log))
    ? new RefusedToStart(diskFull)
    : explainServerWords(await readFile(log, 'utf8').catch(() => ''))
