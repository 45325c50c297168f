import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../src/postgres/client.ts'
import { migrate } from '../src/postgres/migrate.ts'
import { writeMigration } from '../src/postgres/schema-engine.ts'
import { productFolder } from '../src/up-to-date.ts'
import { databaseUrl, onServer } from './postgres.ts'

const suffix = randomBytes(4).toString('hex')
const names = ['one', 'two', 'three', 'bare', 'plain', 'foreign'].map(
  (name) => `kypho_${name}_${suffix}`,
)
const [one = '', two = '', three = '', bare = '', plain = '', foreign = ''] = names
const poorUser = `kypho_poor_${suffix}`

const at = (name: string) => databaseUrl(inject('serverUrl'), name)
const server = (statement: string) => onServer(inject('serverUrl'), statement)

beforeAll(async () => {
  for (const name of names) await server(`CREATE DATABASE ${name}`)
  await server(`CREATE ROLE ${poorUser} LOGIN PASSWORD 'poor' NOCREATEROLE`)
  await server(`ALTER DATABASE ${plain} OWNER TO ${poorUser}`)
})
afterAll(async () => {
  for (const name of names) await server(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await server(`DROP ROLE IF EXISTS ${poorUser}`)
})

const rowsOf = async (name: string, query: string) => {
  const client = new Client({ connectionString: at(name) })
  await client.connect()
  const { rows } = await client.query(query).finally(() => client.end())
  return rows
}

const shape = (name: string) =>
  rowsOf(
    name,
    `SELECT table_name, column_name, is_nullable, column_default, datetime_precision,
        CASE WHEN (table_name, column_name) <> ('Screening', 'result') THEN (data_type, udt_name) END AS type
       FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
  )

const indexes = (name: string) =>
  rowsOf(
    name,
    `SELECT indexdef FROM pg_indexes
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
        AND indexname !~ '_(worklist|audit)_' ORDER BY 1`,
  )

const tablesOf = (name: string) =>
  rowsOf(name, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)

const schemaScript = async () => {
  const schema = await readFile(join(productFolder, 'prisma/schema.prisma'), 'utf8')
  return writeMigration(at(bare), undefined, schema)
}

describe('The migrations', () => {
  it('may be run by several servers on several databases at once', async () => {
    const urls = [one, one, two, two, three, three].map(at)
    const results = await Promise.allSettled(urls.map((url) => migrate(url)))
    expect(results.map(({ status }) => status)).toEqual(urls.map(() => 'fulfilled'))
  })

  it('are each recorded once, as finished', async () => {
    const folders = await readdir(join(productFolder, 'prisma/migrations'), { withFileTypes: true })
    const recorded = await rowsOf(
      one,
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    )
    const expected = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(recorded.map(({ migration_name }) => migration_name)).toEqual(expected.sort())
  })

  it('are not taken for done when one is recorded as never ended', async () => {
    const last = 'migration_name = (SELECT max(migration_name) FROM _prisma_migrations)'
    await rowsOf(three, `UPDATE _prisma_migrations SET finished_at = NULL WHERE ${last}`)
    await expect(migrate(at(three))).rejects.toThrow()
    await rowsOf(three, `UPDATE _prisma_migrations SET finished_at = now() WHERE ${last}`)
    await expect(migrate(at(three))).resolves.toContain(three)
  })

  it('lead to the very tables that the schema describes', async () => {
    await onServer(at(bare), await schemaScript())
    expect(await shape(one)).toEqual(await shape(bare))
    expect(await indexes(one)).toEqual(await indexes(bare))
  })

  it('leave the schema they end at beside the last of them', async () => {
    const folder = join(productFolder, 'prisma')
    const migrations = (await readdir(join(folder, 'migrations'))).filter((it) => /^\d/.test(it))
    const last = join(folder, 'migrations', migrations.sort().at(-1) ?? '', 'schema.prisma')
    expect(await readFile(last, 'utf8')).toBe(await readFile(join(folder, 'schema.prisma'), 'utf8'))
  })

  it('do without a role of the application where the user may not make one', async () => {
    const url = new URL(at(plain))
    url.username = poorUser
    url.password = 'poor'
    const used = await migrate(url.toString())
    const database = openDatabase(used)
    const change = await database.$executeRaw`DELETE FROM "Screening"`.then(
      () => 'changed',
      ({ message }: Error) => message,
    )
    await database.$disconnect()
    expect(used).toBe(url.toString())
    expect(change).toContain('a recorded screening is never changed or removed')
  })
})

describe('A database that cannot be brought up to date', () => {
  it('is refused when its user may not create tables', async () => {
    const url = new URL(at(foreign))
    url.username = poorUser
    url.password = 'poor'
    await expect(migrate(url.toString())).rejects.toThrow('may not create tables')
  })

  it('is refused and left as it is when it holds the tables of something else', async () => {
    await onServer(at(foreign), 'CREATE TABLE "Account" (x int)')
    await expect(migrate(at(foreign))).rejects.toThrow('a database of its own')
    expect(await tablesOf(foreign)).toEqual([{ tablename: 'Account' }])
  })
})

describe('The application', () => {
  it('works as its own role', async () => {
    const database = openDatabase(await migrate(at(one)))
    const rows = await database.$queryRaw`SELECT current_user::text AS "user"`
    await database.$disconnect()
    expect(rows).toEqual([{ user: 'kyphoscreen_app' }])
  })
})
