import { Client, Pool } from 'pg'
import { RefusedToStart } from '../refused-to-start.ts'
import { explainConnection, explainMigration } from './connection-error.ts'
import { ensureApplicationRole, grants } from './privileges.ts'
import { applyMigrations } from './schema-engine.ts'

const oldestVersion = 150_000
const migrationLock = 'SELECT pg_advisory_lock(7042026110)'
const lockPatienceMs = 60_000

const connectAsOwner = async (url: string) => {
  const owner = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  owner.on('error', () => undefined)
  try {
    await owner.connect()
    await owner.query(`SET lock_timeout = ${lockPatienceMs}`)
  } catch (error) {
    throw explainConnection(error)
  }
  return owner
}

const checkVersion = async (owner: Client) => {
  const { rows } = await owner.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  if ((rows[0]?.version ?? 0) < oldestVersion)
    throw new RefusedToStart(
      'The PostgreSQL at DATABASE_URL is too old: Kyphoscreen needs version 15 or newer.',
    )
}

/** The address under which the application works with its own, small rights. */
export const asApplication = (ownerUrl: string) => {
  const [address, query = ''] = ownerUrl.split('?', 2)
  const settings = new URLSearchParams(query)
  const options = [settings.get('options'), '-c role=kyphoscreen_app']
  settings.set('options', options.filter((option) => option !== null).join(' '))
  return `${address}?${settings.toString().replaceAll('+', '%20')}`
}

/** One connection in one transaction: whatever stops it half-way, the database is as it was before. */
const inOneTransaction = async (url: string, work: (pool: Pool) => Promise<void>) => {
  const pool = new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 })
  let connections = 0
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    connections += 1
    if (connections > 1) void client.end()
  })
  try {
    await pool.query('BEGIN')
    await work(pool)
    await pool.query('COMMIT')
  } catch (error) {
    throw explainMigration(error)
  } finally {
    await pool.end()
  }
}

/**
 * Brings a database up to date and returns the address that the application is to use.
 * Several processes may do so at once: they take turns. The address is the owner's own when its user may not make roles.
 */
export const migrate = async (ownerUrl: string): Promise<string> => {
  const owner = await connectAsOwner(ownerUrl)
  try {
    await checkVersion(owner)
    await owner.query(migrationLock)
    const restricted = await ensureApplicationRole(owner)
    await inOneTransaction(ownerUrl, async (pool) => {
      await applyMigrations(pool)
      if (restricted) for (const statement of grants) await pool.query(statement)
    })
    return restricted ? asApplication(ownerUrl) : ownerUrl
  } finally {
    await owner.end()
  }
}
