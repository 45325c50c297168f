import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { auditFolder } from './audit/audit.ts'
import { signInTime } from './audit/checkpoint-timer.ts'
import { theServer } from './audit/entry.ts'
import { builtWebFolder } from './build-web.ts'
import { seedDemo } from './demo/seed.ts'
import { demoSignIns } from './demo/sign-ins.ts'
import type { Environment } from './env.ts'
import { withoutOwnersRights } from './postgres/application-login.ts'
import { openDatabase } from './postgres/client.ts'
import { migrate } from './postgres/migrate.ts'
import { rescreenEveryMinute } from './referrals/rescreen-timer.ts'
import { compactEveryMinute } from './referrals/worklist-compaction.ts'
import { stopOnSignal } from './stop.ts'
import { sayReady } from './welcome.ts'

/** A database that is up: its owner's address, the application's where it has one of its own, and how to end it. */
export type RunningDatabase = {
  ownerUrl: string
  appUrl: string | undefined
  stop: () => Promise<void>
  release: () => void
}

const ownRightsOnly =
  'Warning: the user of DATABASE_URL may not make the role kyphoscreen_app, so the server works with that user’s own rights; recorded screenings are protected by the database’s triggers alone.\n'

const urlAsApplication = async ({ ownerUrl, appUrl }: RunningDatabase): Promise<string> => {
  const url = await migrate(ownerUrl)
  if (appUrl !== undefined) return withoutOwnersRights(ownerUrl, appUrl)
  if (url === ownerUrl) process.stderr.write(ownRightsOnly)
  return url
}

/** Every event in production, in JSON on the standard output; elsewhere warnings and errors alone. */
const logOf = ({ production }: Environment) => ({
  write: (line: string) => {
    if (production) process.stdout.write(line)
    else if (!/"level":[123]0\b/.test(line)) process.stderr.write(line)
  },
})

const listen = async (app: FastifyInstance, { host, port }: Environment) => {
  const address = await app.listen({ host, port })
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return address
}

/** Without its log the server does nothing for anybody, but is there again as soon as the log can be written. */
const tellStarted = (app: FastifyInstance) =>
  app.audit.journal
    .note(theServer, { action: 'server-started' })
    .catch((error: unknown) => app.log.error(error, 'the start could not be written to the log'))

/** The last thing in the log, signed: everything that could write more has ended. */
const tellStopped = (app: FastifyInstance) =>
  app.audit.journal
    .note(theServer, { action: 'server-stopped' })
    .then(app.audit.sign)
    .catch((error: unknown) => app.log.error(error, 'the stop could not be written to the log'))

/** Migrates, seeds and serves until a signal says to stop. */
export const serve = async (environment: Environment, running: RunningDatabase): Promise<void> => {
  const { production, publicUrl, dataFolder } = environment
  const clock = () => new Date()
  const databaseUrl = await urlAsApplication(running)
  const database = openDatabase(databaseUrl)
  if (!production) await seedDemo(running.ownerUrl, dataFolder, clock())
  const app = await buildApp({
    database,
    databaseUrl,
    clock,
    publicUrl,
    webFolder: builtWebFolder,
    log: logOf(environment),
    audit: { folder: auditFolder(dataFolder), ...environment.audit },
  })
  rescreenEveryMinute(app, { database, clock })
  compactEveryMinute(app, database)
  signInTime(app, database)
  await tellStarted(app)
  const address = await listen(app, environment)
  stopOnSignal(app, async () => {
    await tellStopped(app)
    await database.$disconnect()
    await running.stop()
    running.release()
  })
  sayReady(
    publicUrl?.origin ?? address,
    production ? undefined : await demoSignIns(database, dataFolder),
  )
}
