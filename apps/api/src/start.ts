import { flushCompileCache } from 'node:module'
import { createServer } from 'node:net'
import { buildWeb } from './build-web.ts'
import { clusterFolder, prepareDataFolder, takeDataFolder } from './data-folder.ts'
import { type Environment, readSettings } from './env.ts'
import { explainFailure } from './failure-to-start.ts'
import { generateClient } from './generate-client.ts'
import { startEmbedded } from './postgres/embedded.ts'

const patientlyMs = 2_000

/** Fails at once, before anything slow, when the port cannot be had. */
const checkPort = ({ port, host }: Environment) =>
  new Promise<void>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })

const startDatabase = async ({ databaseUrl, appDatabaseUrl, dataFolder }: Environment) =>
  databaseUrl === undefined
    ? startEmbedded(clusterFolder(dataFolder))
    : { ownerUrl: databaseUrl, appUrl: appDatabaseUrl, stop: async () => undefined }

const announceWork = () =>
  setTimeout(() => {
    process.stdout.write('Preparing the database and the web app; this takes a moment …\n')
  }, patientlyMs)

const start = async () => {
  const environment = readSettings()
  await prepareDataFolder(environment.dataFolder)
  const release = environment.databaseUrl ? () => undefined : takeDataFolder(environment.dataFolder)
  await checkPort(environment)
  const work = announceWork()
  const [database] = await Promise.all([startDatabase(environment), generateClient(), buildWeb()])
  clearTimeout(work)
  const { serve } = await import('./main.ts')
  await serve(environment, { ...database, release })
  flushCompileCache()
}

try {
  await start()
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exit(1)
}
