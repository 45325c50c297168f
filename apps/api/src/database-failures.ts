import type { ProblemKind } from './problem-kinds.ts'

/** SQLSTATEs by their beginning: values the database cannot hold, and a database that cannot work just now. */
const kindsBySqlState: readonly [RegExp, ProblemKind][] = [
  [/^22/, 'invalid-content'],
  [/^(08|53|57|58)/, 'server-busy'],
  [/^(40001|40P01|55P03|25006|25P03)$/, 'server-busy'],
]

/** Prisma's own codes for a database that is gone, full or too slow. */
const busy = /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034|P2037)$/

const socketFailure = /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN)|ENOENT$)/

const neverConnected = new Set([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Query read timeout',
])

type Clues = { code?: unknown; name?: unknown; cause?: unknown; meta?: unknown; message?: unknown }

const within = ({ cause, meta }: Clues): unknown[] => [
  cause,
  (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError,
]

/** Says whether a failure is the database's and what it means to the request; undefined when it is another's. */
export function databaseFailure(error: unknown, depth = 0): ProblemKind | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined
  const clues = error as Clues & { originalCode?: unknown; kind?: unknown }
  for (const code of [clues.originalCode, clues.code]) {
    if (typeof code !== 'string') continue
    if (busy.test(code) || socketFailure.test(code)) return 'server-busy'
    const found = code.length === 5 && kindsBySqlState.find(([state]) => state.test(code))
    if (found) return found[1]
  }
  if (clues.name === 'PrismaClientInitializationError') return 'server-busy'
  if (typeof clues.message === 'string' && neverConnected.has(clues.message)) return 'server-busy'
  if (unreachable.has(String(clues.kind))) return 'server-busy'
  for (const inner of within(clues)) {
    const kind = databaseFailure(inner, depth + 1)
    if (kind) return kind
  }
  return undefined
}

const unreachable = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'TooManyConnections',
  'SocketTimeout',
  'TransactionWriteConflict',
  'TransactionAlreadyClosed',
])
