import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { generateClient } from '../src/generate-client.ts'
import { createCluster } from '../src/postgres/cluster.ts'
import { findServerAccount } from '../src/postgres/server-account.ts'
import { findServerFiles } from '../src/postgres/server-files.ts'
import { startServer } from '../src/postgres/server-process.ts'
import { socketUrl } from '../src/postgres/socket.ts'
import { sweepThrowAwayFolders, throwAwayFolder } from './throw-away-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
    templateName: string
  }
}

/** A server for tests: an address whose user may make databases and roles, and a migrated database to copy. */
export type TestPostgres = { serverUrl: string; templateName: string; stop: () => Promise<void> }

const withoutCare = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'scram_iterations=1',
]

const startThrowAway = async () => {
  const folder = await throwAwayFolder('test')
  const cluster = join(folder, 'pg18')
  const data = join(cluster, 'data')
  const account = await findServerAccount(data)
  const files = await findServerFiles(account)
  const place = { files, data, log: join(folder, 'server.log'), account }
  const password = randomBytes(12).toString('hex')
  await createCluster(cluster, place, {
    access: 'local all all scram-sha-256\n',
    statements: [
      'SET scram_iterations = 1;',
      `CREATE ROLE tester SUPERUSER LOGIN PASSWORD '${password}';`,
    ],
    note: '',
  })
  const server = await startServer(place, withoutCare)
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { serverUrl: socketUrl(data, 'tester', password, 'postgres'), stop }
}

/** The address of another database on the same server. */
export const databaseUrl = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}

/** Runs one statement on the server itself. */
export const onServer = async (serverUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Starts one server for a run of tests, or uses the one at TEST_DATABASE_URL, with a migrated template database. */
export const startTestPostgres = async (): Promise<TestPostgres> => {
  await sweepThrowAwayFolders()
  await generateClient()
  const { migrate } = await import('../src/postgres/migrate.ts')
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? { serverUrl: given, stop: async () => undefined } : await startThrowAway()
  const templateName = `kyphoscreen_template_${randomBytes(6).toString('hex')}`
  await onServer(server.serverUrl, `CREATE DATABASE ${templateName}`)
  await migrate(databaseUrl(server.serverUrl, templateName))
  const stop = async () => {
    await onServer(server.serverUrl, `DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`)
    await server.stop()
  }
  return { ...server, templateName, stop }
}

/** Vitest's global set-up: one server for all files, a database of its own for each. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { serverUrl, templateName, stop } = await startTestPostgres()
  project.provide('serverUrl', serverUrl)
  project.provide('templateName', templateName)
  return stop
}
