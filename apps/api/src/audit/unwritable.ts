import { databaseFailure } from '../database-failures.ts'
import { Refused } from '../problems.ts'

/** Gives what is answered when the log cannot be written: a database that is away is told as such. */
export const unwritable = (cause: unknown): unknown =>
  databaseFailure(cause) === 'server-busy'
    ? cause
    : Object.assign(new Refused('audit-unwritable'), { cause })
