import { PrismaPg } from '@prisma/adapter-pg'
import type { PoolConfig } from 'pg'
import { PrismaClient } from '../../generated/prisma/client.ts'

/** The database as the stores see it. */
export type Database = PrismaClient

const patience = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 12_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
} satisfies PoolConfig

/** Opens a pool of connections to the database at an address; nothing is connected before the first query. */
export const openDatabase = (url: string, options: { connections?: number } = {}): Database => {
  const pool = { connectionString: url, max: options.connections ?? 10, ...patience }
  const ignore = () => undefined
  const adapter = new PrismaPg(pool, { onPoolError: ignore, onConnectionError: ignore })
  return new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  })
}
