import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg'
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

const pools = new WeakMap<object, Pool>()

/** Opens a pool of connections to the database at an address; nothing is connected before the first query. */
export const openDatabase = (url: string, options: { connections?: number } = {}): Database => {
  const max = options.connections ?? 10
  const pool = new Pool({ connectionString: url, max, allowExitOnIdle: true, ...patience })
  const ignore = () => undefined
  pool.on('error', ignore)
  const handling = { onPoolError: ignore, onConnectionError: ignore, disposeExternalPool: true }
  const database = new PrismaClient({
    adapter: new PrismaPg(pool, handling),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  })
  pools.set(database, pool)
  return database
}

/** Asks in SQL over a database's pool, in half the time that Prisma takes around it; through Prisma where the pool is not known. What has a name is planned once a connection. */
export const ask = async <Row extends QueryResultRow>(
  database: Pick<Database, '$queryRawUnsafe'>,
  text: string,
  values: unknown[],
  name?: string,
): Promise<Row[]> => {
  const pool = pools.get(database)
  if (!pool) return database.$queryRawUnsafe<Row[]>(text, ...values)
  return (await pool.query<Row>({ text, values, ...(name && { name }) })).rows
}

/** Lends a connection of a database's pool for a piece of work, as a transaction in SQL needs. */
export const onConnection = async <Answer>(
  database: Database,
  work: (connection: PoolClient) => Promise<Answer>,
): Promise<Answer> => {
  const connection = await pools.get(database)?.connect()
  if (!connection) throw new Error('the pool of this database is not known')
  let failed = true
  try {
    const answer = await work(connection)
    failed = false
    return answer
  } finally {
    connection.release(failed)
  }
}
