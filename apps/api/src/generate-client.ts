import { join } from 'node:path'
import { bringUpToDate, productFolder, runProgram } from './up-to-date.ts'

const offline = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

/** Generates the database client from the schema when it is missing or stale, without any download; true when it did. */
export const generateClient = (): Promise<boolean> =>
  bringUpToDate({
    output: join(productFolder, 'apps/api/generated/prisma'),
    inputs: async () =>
      ['prisma/schema.prisma', 'node_modules/prisma/package.json'].map((file) =>
        join(productFolder, file),
      ),
    make: () => runProgram('prisma', 'build/index.js', ['generate'], offline),
  })

if (import.meta.main) await generateClient()
