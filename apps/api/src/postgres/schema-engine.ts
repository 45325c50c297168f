import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'

const migrationsFolder = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url))
const everything = { externalTables: [], externalEnums: [] }

/** The little of the WebAssembly interface used here; its types come with the browser's library, which the API leaves out. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let loaded: Promise<void> | undefined

/** The engine leaves a ten-second timer behind, which must not keep a finished program alive. */
const withIdleTimers = Object.fromEntries(
  Object.entries(engine).map(([name, provided]) => [
    name,
    name.startsWith('__wbg_setTimeout_')
      ? (callback: () => void, ms: number) => setTimeout(callback, ms).unref()
      : provided,
  ]),
)

const load = async () => {
  const { resolve } = createRequire(import.meta.url)
  const file = join(dirname(resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': withIdleTimers,
  })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

/** Prisma's adapter cuts a script at every semicolon, within a function's body too; PostgreSQL takes it whole. */
const wholeScripts = (pool: Pool): SqlMigrationAwareDriverAdapterFactory => {
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect()
      adapter.executeScript = async (script) => void (await pool.query(script))
      return adapter
    },
  }
}

const openEngine = async (pool: Pool) => {
  loaded ??= load()
  await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool))
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
}

const readMigrations = async () => {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const lock = await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8')
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => {
        const value = await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8')
        const content = { tag: 'ok' as const, value }
        return { path: name, migrationFile: { path: 'migration.sql', content } }
      }),
    ),
  }
}

type Migrations = Awaited<ReturnType<typeof readMigrations>>['migrationDirectories']
type Applied = { name: string; checksum: string; done: boolean }

/** Tells whether a database has exactly these migrations, unchanged, so that the engine need not be loaded. */
const hasAll = async (pool: Pool, migrations: Migrations): Promise<boolean> => {
  const { rows: found } = await pool.query(`SELECT to_regclass('_prisma_migrations') AS name`)
  if (found[0]?.name == null) return false
  const { rows } = await pool.query<Applied>(
    `SELECT "migration_name" AS name, "checksum", "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL AS done
     FROM "_prisma_migrations" ORDER BY "migration_name" COLLATE "C"`,
  )
  const given = migrations.map(({ path, migrationFile: { content } }) => ({
    name: path,
    checksum: createHash('sha256').update(content.value).digest('hex'),
    done: true,
  }))
  return JSON.stringify(rows) === JSON.stringify(given)
}

/** Applies the migrations that a database does not have yet, with Prisma's own engine; returns their names. */
export const applyMigrations = async (pool: Pool): Promise<string[]> => {
  const migrationsList = await readMigrations()
  if (await hasAll(pool, migrationsList.migrationDirectories)) return []
  const migrations = await openEngine(pool)
  const { appliedMigrationNames } = await migrations.applyMigrations({
    migrationsList,
    filters: everything,
  })
  return appliedMigrationNames
}

/** The SQL that leads from one Prisma schema (or nothing) to another; the database only tells the engine its dialect. */
export const writeMigration = async (
  url: string,
  from: string | undefined,
  to: string,
): Promise<string> => {
  const schema = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  const pool = new Pool({ connectionString: url })
  try {
    const migrations = await openEngine(pool)
    const { stdout } = await migrations.diff({
      from: from === undefined ? { tag: 'empty' } : schema(from),
      to: schema(to),
      script: true,
      exitCode: null,
      filters: everything,
    })
    return stdout ?? ''
  } finally {
    await pool.end()
  }
}
