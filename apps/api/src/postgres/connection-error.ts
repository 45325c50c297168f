import { RefusedToStart } from '../refused-to-start.ts'

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there: check the address and that PostgreSQL is running',
  ENOTFOUND: 'its host name is unknown: check the address',
  EAI_AGAIN: 'its host name could not be looked up: check the address and the network',
  EHOSTUNREACH: 'its host cannot be reached: check the address and the network',
  ENETUNREACH: 'its network cannot be reached: check the address and the network',
  ECONNRESET: 'it closed the connection: check that a PostgreSQL answers at that address',
  ENOENT: 'its socket does not exist: check the address and that PostgreSQL is running',
  EACCES: 'its socket may not be used by this user: check the rights on its folder',
  '28P01': 'it refuses the user name or the password: check both',
  '28000': 'it refuses this user: check the user name and the access rules of the server',
  '3D000': 'it has no database of that name: create it, or correct the name',
  '53300': 'it has no connection left: raise max_connections or close other programs',
  '57P03': 'it is starting or stopping: try again in a moment',
  '42501': 'its user may not do that: give the user the right to create tables',
  '55P03': 'another process has been changing its tables for a minute: try again when that is done',
}

const codeOf = (error: unknown): string | undefined => {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Why the database at DATABASE_URL cannot be used, as one sentence without the address, which may hold a password. */
export const explainConnection = (error: unknown): RefusedToStart => {
  const reason = reasons[codeOf(error) ?? '']
  return new RefusedToStart(
    `The database at DATABASE_URL cannot be used; ${
      reason ?? 'it did not answer as PostgreSQL does in time: check the address and the network'
    }.`,
  )
}

const hindrances: [RegExp, string][] = [
  [
    /permission denied/,
    'The user of DATABASE_URL may not create tables: make that user the owner of the database.',
  ],
  [
    /database schema is not empty/,
    'The database at DATABASE_URL holds tables of something else: give Kyphoscreen a database of its own.',
  ],
]

/** Why a database cannot be brought up to date: one sentence for what is known, the error itself for the rest. */
export const explainMigration = (error: unknown): unknown => {
  const words = error instanceof Error ? error.message : ''
  const known = hindrances.find(([pattern]) => pattern.test(words))
  return known ? new RefusedToStart(known[1]) : error
}
