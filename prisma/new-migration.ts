import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeMigration } from '../apps/api/src/postgres/schema-engine.ts'
import { startTestPostgres } from '../apps/api/test/postgres.ts'

/** Writes the migration from the schema the last one ended at to the schema as it is now: `npm run db:migration -- NAME`. */
const folder = import.meta.dirname
const migrations = join(folder, 'migrations')

const nameOf = (words: string[]) => {
  const name = words
    .join('_')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return name === '' ? undefined : `${time}_${name}`
}

const lastSchema = async () => {
  const names = (await readdir(migrations)).filter((entry) => /^\d/.test(entry)).sort()
  return readFile(join(migrations, names.at(-1) ?? '', 'schema.prisma'), 'utf8')
}

const compare = async (from: string, to: string) => {
  const { serverUrl, stop } = await startTestPostgres()
  return writeMigration(serverUrl, from, to).finally(stop)
}

const write = async (name: string) => {
  const schema = await readFile(join(folder, 'schema.prisma'), 'utf8')
  const before = await lastSchema()
  if (schema === before) return 'The schema has not changed: nothing was written.\n'
  const script = await compare(before, schema)
  await mkdir(join(migrations, name))
  await writeFile(join(migrations, name, 'migration.sql'), script)
  await writeFile(join(migrations, name, 'schema.prisma'), schema)
  return `Wrote prisma/migrations/${name}: read its SQL, add rights in apps/api/src/postgres/privileges.ts for new tables, then run the tests.\n`
}

const name = nameOf(process.argv.slice(2))
if (name === undefined) {
  process.stderr.write('Name the migration: npm run db:migration -- NAME\n')
  process.exitCode = 1
} else {
  process.stdout.write(await write(name))
}
