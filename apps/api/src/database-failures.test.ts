import { describe, expect, it } from 'vitest'
import { codesOf, databaseFailure } from './database-failures.ts'

const ofPrisma = (code: string, originalCode: string) =>
  Object.assign(new Error('Odile Quillfeather'), {
    name: 'PrismaClientKnownRequestError',
    code,
    meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode } } },
  })

const failures: [what: string, failure: unknown, kind: string | undefined][] = [
  ['a value that cannot be held', ofPrisma('P2039', '22P05'), 'invalid-content'],
  ['a deadlock', ofPrisma('P2039', '40P01'), 'server-busy'],
  ['a lock that was not given', ofPrisma('P2039', '55P03'), 'server-busy'],
  ['a statement that took too long', ofPrisma('P2039', '57014'), 'server-busy'],
  ['a database that starts', ofPrisma('P2039', '57P03'), 'server-busy'],
  ['a full disk', ofPrisma('P2039', '53100'), 'server-busy'],
  ['a lost connection', ofPrisma('P2039', '08006'), 'server-busy'],
  ['no connection left in time', { code: 'P2024' }, 'server-busy'],
  ['a transaction that did not start', { code: 'P2028' }, 'server-busy'],
  ['a refused socket', { cause: { code: 'ECONNREFUSED' } }, 'server-busy'],
  ['a missing socket', { code: 'ENOENT' }, 'server-busy'],
  ['a cut connection', new Error('Connection terminated unexpectedly'), 'server-busy'],
  ['a refused privilege', ofPrisma('P2039', '42501'), undefined],
  ['a broken rule of the database', ofPrisma('P2004', '23514'), undefined],
  ['another error', new TypeError('x is not a function'), undefined],
  ['nothing', undefined, undefined],
]

describe('a failure of the database', () => {
  for (const [what, failure, kind] of failures) {
    it(`is ${kind ?? 'no such failure'}: ${what}`, () => {
      expect(databaseFailure(failure)).toBe(kind)
    })
  }

  it('is told by its codes, never by its message', () => {
    expect(codesOf(ofPrisma('P2039', '57P03')).join(' ')).not.toMatch(/Odile/)
  })

  it('ends also when its causes go in a circle', () => {
    const circle: { cause?: unknown } = {}
    circle.cause = circle
    expect(databaseFailure(circle)).toBeUndefined()
  })
})
