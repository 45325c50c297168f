import { codesOf } from '../database-failures.ts'

/** True when the database refused a row because another one, stored meanwhile, has its place. */
export const isTaken = (error: unknown): boolean =>
  codesOf(error).some((code) => ['23505', 'P2002', 'UniqueConstraintViolation'].includes(code))
