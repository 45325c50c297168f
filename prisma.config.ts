import { defineConfig } from 'prisma/config'

// Generate, validate and format never run the schema engine; naming any executable keeps the CLI from downloading one.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
})
