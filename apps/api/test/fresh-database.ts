import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/postgres/client.ts'
import { asApplication } from '../src/postgres/migrate.ts'
import { databaseUrl, onServer, type TestPostgres } from './postgres.ts'

/** A migrated database of one test file alone, as the application sees it and as its owner does. */
export type FreshDatabase = {
  database: Database
  owner: Database
  appUrl: string
  ownerUrl: string
  close: () => Promise<void>
}

/** Copies a server's migrated template into a database of its own; to be closed when it is not needed any more. */
export const copiedDatabase = async ({
  serverUrl,
  templateName,
}: Omit<TestPostgres, 'stop'>): Promise<FreshDatabase> => {
  const name = `kyphoscreen_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  const ownerUrl = databaseUrl(serverUrl, name)
  const appUrl = asApplication(ownerUrl)
  const database = openDatabase(appUrl)
  const owner = openDatabase(ownerUrl, { connections: 2 })
  const close = async () => {
    await Promise.all([database.$disconnect(), owner.$disconnect()])
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
  return { database, owner, appUrl, ownerUrl, close }
}

/** Makes the database of a test file; to be closed when the file is done. */
export const freshDatabase = (): Promise<FreshDatabase> =>
  copiedDatabase({ serverUrl: inject('serverUrl'), templateName: inject('templateName') })
