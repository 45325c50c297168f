import { randomUUID } from 'node:crypto'
import { serializerCompiler } from '@fastify/type-provider-zod'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import { type AuditPlaces, auditOf } from './audit/audit.ts'
import { limitBodyTime } from './body-time.ts'
import { acceptStrictJson, validatorOf } from './content.ts'
import { closeWhenDraining } from './draining.ts'
import { answerBrokenHttp, answererOfFailures, answerUnreadable } from './failures.ts'
import { registerHeaders } from './headers.ts'
import { healthRoutes } from './health/routes.ts'
import { databaseHealth } from './health/store.ts'
import { forgetHourly } from './idempotency/forget.ts'
import { type LogDestination, logAnswers, loggerOf } from './log.ts'
import { registerOpenApi } from './openapi.ts'
import { refuseForeignOrigin } from './origin.ts'
import type { Database } from './postgres/client.ts'
import { signedInRoutes } from './signed-in-routes.ts'
import { serveWebApp } from './web-app.ts'
import { denyUndeclaredRoutes, everyRole } from './who.ts'

/** What the app is built from: nothing is read from the environment. */
export type AppSettings = {
  database: Database
  databaseUrl: string
  clock: () => Date
  publicUrl: URL | undefined
  webFolder: string
  log: LogDestination
  audit: AuditPlaces
  /** How late the event loop may run, in milliseconds, before requests are told to come again; a second unless said. */
  mostDelayMs?: number
}

const limits = {
  bodyLimit: 65_536,
  http: {
    headersTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
    requireHostHeader: false,
  },
  keepAliveTimeout: 9_000,
  forceCloseConnections: 'idle',
  return503OnClosing: false,
} as const

/** Builds the server without starting to listen: the list of everything that is registered. */
export async function buildApp(settings: AppSettings): Promise<FastifyInstance> {
  const { publicUrl, webFolder, log } = settings
  const secure = publicUrl?.protocol === 'https:'
  const app = fastify({
    ...limits,
    logger: loggerOf(log) ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: secure ? 'loopback' : false,
    frameworkErrors: answerUnreadable,
    clientErrorHandler: answerBrokenHttp,
  })
  app.setErrorHandler(answererOfFailures())
  app.setValidatorCompiler(validatorOf)
  app.setSerializerCompiler(serializerCompiler)
  denyUndeclaredRoutes(app, { '/api/docs': everyRole, '/*': 'anyone' })
  logAnswers(app)
  closeWhenDraining(app)
  limitBodyTime(app)
  await registerHeaders(app, secure)
  app.addHook('onRequest', refuseForeignOrigin(publicUrl))
  acceptStrictJson(app)
  const tellFault = (error: Error) =>
    app.log.error(error, 'the log, or a copy of its checkpoints, is at fault')
  app.decorate('audit', auditOf({ ...settings, places: settings.audit, tellFault }))
  await registerOpenApi(app)
  await app.register(healthRoutes, {
    prefix: '/api',
    databaseAnswers: databaseHealth(settings.database),
  })
  await app.register(signedInRoutes, { prefix: '/api', ...settings, secure })
  await serveWebApp(app, webFolder)
  forgetHourly(app, settings)
  return app
}
