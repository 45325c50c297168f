import { prepareDataFolder } from '../apps/api/src/data-folder.ts'
import { seedDemo } from '../apps/api/src/demo/seed.ts'
import { readSettings } from '../apps/api/src/env.ts'
import { explainFailure } from '../apps/api/src/failure-to-start.ts'
import { migrate } from '../apps/api/src/postgres/migrate.ts'
import { RefusedToStart } from '../apps/api/src/refused-to-start.ts'

/** Fills the empty database at DATABASE_URL with invented patients and demo accounts; never in production. */
const seed = async () => {
  const { production, databaseUrl, dataFolder } = readSettings()
  if (production)
    throw new RefusedToStart('Invented patients have no place in production: nothing was done.')
  if (databaseUrl === undefined)
    throw new RefusedToStart('Set DATABASE_URL; "npm start" seeds the embedded database itself.')
  await prepareDataFolder(dataFolder)
  await migrate(databaseUrl)
  await seedDemo(databaseUrl, dataFolder, new Date())
}

await seed().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
})
