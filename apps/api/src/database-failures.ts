import type { ProblemKind } from './problem-kinds.ts'

/** SQLSTATEs, Prisma's codes and sockets' codes: values the database cannot hold, and a database that cannot work just now. */
const kinds: readonly [RegExp, ProblemKind][] = [
  [/^22[0-9A-Z]{3}$/, 'invalid-content'],
  [/^(08|53|57|58)[0-9A-Z]{3}$/, 'server-busy'],
  [/^(40001|40P01|55P03|25006|25P03)$/, 'server-busy'],
  [/^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034|P2037)$/, 'server-busy'],
  [/^E(CONN\w+|PIPE|TIMEDOUT|HOST\w+|NET\w+|AI_AGAIN)$|^ENOTFOUND$|^ENOENT$/, 'server-busy'],
  [/^(DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout)$/, 'server-busy'],
  [/^(TransactionWriteConflict|TransactionAlreadyClosed)$/, 'server-busy'],
  [/^PrismaClientInitializationError$/, 'server-busy'],
]

/** What the driver says, without a code, of a connection that is gone or never came. */
const saidWithoutCode: Record<string, string> = {
  'Connection terminated unexpectedly': 'ConnectionClosed',
  'Connection terminated due to connection timeout': 'ConnectionClosed',
  'Client has encountered a connection error and is not queryable': 'ConnectionClosed',
  'Client was closed and is not queryable': 'ConnectionClosed',
  'timeout exceeded when trying to connect': 'SocketTimeout',
  'Query read timeout': 'SocketTimeout',
}

const deepest = 5

const textOf = (value: unknown, key: string): string[] => {
  const found: unknown = Reflect.get(Object(value), key)
  return typeof found === 'string' ? [found] : []
}

/** Lists the codes a failure carries, its causes' included, the outermost first; no message is among them. */
export function codesOf(failure: unknown, depth = 0): string[] {
  if (typeof failure !== 'object' || failure === null || depth > deepest) return []
  const { cause, meta } = failure as { cause?: unknown; meta?: { driverAdapterError?: unknown } }
  return [
    ...['originalCode', 'code', 'kind'].flatMap((key) => textOf(failure, key)),
    ...['originalMessage', 'message'].flatMap((key) =>
      textOf(failure, key).flatMap((said) => saidWithoutCode[said] ?? []),
    ),
    ...textOf(failure, 'name').filter((name) => name.startsWith('Prisma')),
    ...codesOf(cause, depth + 1),
    ...codesOf(meta?.driverAdapterError, depth + 1),
  ].map((code) => code.slice(0, 60))
}

/** Says what a database's failure means to the request; undefined when the failure is another's. */
export function databaseFailure(failure: unknown): ProblemKind | undefined {
  const codes = codesOf(failure)
  return kinds.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1]
}
