import { codesOf, databaseFailure } from '../database-failures.ts'
import { Refused } from '../problems.ts'

/** A row that was stored before, or refers to one that is not there: the act's fault and not the log's. */
const ofTheAct = ['23505', '23503']

/** Gives what is answered when the log cannot be written: a database that is away and an act that cannot be stored are told as such. */
export function unwritable(cause: unknown): unknown {
  const isOfTheAct = codesOf(cause).some((code) => ofTheAct.includes(code))
  if (isOfTheAct || databaseFailure(cause) === 'server-busy') return cause
  return Object.assign(new Refused('audit-unwritable'), { cause })
}
