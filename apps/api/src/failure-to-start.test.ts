import { describe, expect, it } from 'vitest'
import { explainFailure } from './failure-to-start.ts'
import { explainConnection } from './postgres/connection-error.ts'
import { explainServerWords } from './postgres/server-log.ts'

const failure = (properties: object) => Object.assign(new Error('words\nmore words'), properties)

const failures: [unknown, string][] = [
  [failure({ code: 'ENOSPC' }), 'The disk is full: free some space, then start again.'],
  [
    failure({ code: 'EACCES', path: '/data', syscall: 'access' }),
    'This user may not use /data: give the user the right to, or start as the user who owns it.',
  ],
  [
    failure({ code: 'EACCES', syscall: 'listen' }),
    'This user may not use that port: set PORT to 1024 or higher.',
  ],
  [
    failure({ code: 1, stderr: 'error during build:\n[vite] write: No space left on device' }),
    'The disk is full: free some space, then start again.',
  ],
  [
    failure({ code: 1, stderr: 'error during build:\nmore' }),
    'Kyphoscreen could not be made ready: error during build:',
  ],
  [failure({}), 'Kyphoscreen could not start: words'],
  ['nothing known', 'Kyphoscreen could not start.'],
]

const serverWords: [string, string][] = [
  [
    'PANIC:  could not write to file "pg_wal/xlogtemp.31": No space left on device',
    'The disk is full: free some space, then start again.',
  ],
  [
    'FATAL:  could not create shared memory segment: Cannot allocate memory',
    'PostgreSQL could not get its shared memory: give the machine or the container more, then start again.',
  ],
  [
    'could not look up effective user ID 12345: user does not exist',
    'PostgreSQL runs only as a user with a name, and this one has none: start as a user of this machine, or set DATABASE_URL.',
  ],
  [
    'LOG:  starting\nFATAL:  database files are incompatible with server',
    'The embedded PostgreSQL did not start: database files are incompatible with server.',
  ],
]

describe('A failure to start is told in one sentence', () => {
  it.each(failures)('%s', (error, sentence) => {
    expect(explainFailure(error)).toBe(sentence)
  })

  it.each(serverWords)('after PostgreSQL said: %s', (words, sentence) => {
    expect(explainServerWords(words).message).toBe(sentence)
  })

  it('which does not hold the address of the database', () => {
    const refused = failure({ code: '28P01', message: 'password failed for me:secret@host' })
    expect(explainConnection(refused).message).toBe(
      'The database at DATABASE_URL cannot be used; it refuses the user name or the password: check both.',
    )
  })
})
