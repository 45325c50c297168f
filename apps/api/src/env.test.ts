import { describe, expect, it } from 'vitest'
import { readEnvironment } from './env.ts'

const refused: [string, Record<string, string>, string][] = [
  [
    'a port that does not exist',
    { PORT: '65536' },
    'PORT must be a whole number from 0 to 65535, such as 3000.',
  ],
  [
    'a database address of another kind',
    { DATABASE_URL: 'mysql://me:secret@host/name' },
    'DATABASE_URL must be the address of a PostgreSQL, such as postgres://user:password@host/name.',
  ],
  [
    'a public address with a path',
    { PUBLIC_URL: 'https://host.example/there' },
    'PUBLIC_URL must be where people reach the server, without a path, such as https://host.example.',
  ],
  [
    'a time zone that does not exist',
    { TZ: 'America/Kyphoscreen' },
    'TZ must be the name of a time zone, such as America/New_York.',
  ],
  [
    'an unknown NODE_ENV',
    { NODE_ENV: 'prod' },
    'NODE_ENV must be production or development, or be left out.',
  ],
]

describe('The settings refuse in one sentence', () => {
  it.each(refused)('%s', (_, variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(sentence)
  })

  it('nothing that is left out or blank', () => {
    expect(readEnvironment({ PORT: ' ', HOST: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      appDatabaseUrl: undefined,
      publicUrl: undefined,
      production: false,
    })
  })
})
