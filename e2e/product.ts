import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseUrl, onServer } from '../apps/api/test/postgres.ts'
import { throwAwayFolder } from '../apps/api/test/throw-away-folder.ts'
import { freePort, serverProcess } from './server-process.ts'

/** A demo sign-in as the product writes it. */
export type DemoSignIn = {
  role: 'surgeon' | 'navigator' | 'admin'
  username: string
  password: string
}

/** The product as it really runs: a process of its own on a database of its own. */
export type Product = {
  url: string
  signIns: readonly DemoSignIn[]
  start: () => Promise<void>
  kill: () => Promise<void>
  sql: (statement: string) => Promise<void>
  stop: () => Promise<void>
}

async function freshDatabase() {
  const serverUrl = process.env['E2E_SERVER_URL'] ?? ''
  const name = `kyphoscreen_e2e_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${process.env['E2E_TEMPLATE']}`)
  const drop = () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  return { url: databaseUrl(serverUrl, name), drop }
}

/** Starts the product on a copy of the migrated template, with its demo accounts and patients. */
export async function startProduct(): Promise<Product> {
  const database = await freshDatabase()
  const folder = await throwAwayFolder('e2e')
  const port = await freePort()
  const { start, kill } = serverProcess(port, { DATABASE_URL: database.url, DATA_DIR: folder })
  await start()
  const signIns = JSON.parse(await readFile(join(folder, 'demo-logins.json'), 'utf8'))
  const stop = async () => {
    await kill()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  const sql = (statement: string) => onServer(database.url, statement)
  return { url: `http://127.0.0.1:${port}`, signIns, start, kill, sql, stop }
}
