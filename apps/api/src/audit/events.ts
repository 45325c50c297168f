import type { FastifyInstance } from 'fastify'
import type { Database } from '../postgres/client.ts'
import type { AuditPlaces } from './audit.ts'
import { eventsExportRoutes } from './events-export-routes.ts'
import { eventsExportStore } from './events-export-store.ts'
import { figuresRoutes } from './events-figures-routes.ts'
import { figuresStore } from './events-figures-store.ts'
import { integrityRoutes } from './events-integrity-routes.ts'
import { integrityStore } from './events-integrity-store.ts'
import { eventsRoutes } from './events-routes.ts'
import { eventsStore } from './events-store.ts'

type Settings = {
  database: Database
  clock: () => Date
  publicUrl: URL | undefined
  audit: AuditPlaces
}

/** Serves the log to admins: reading, checking and exporting it. */
export async function registerEvents(
  app: FastifyInstance,
  { database, clock, publicUrl, audit }: Settings,
): Promise<void> {
  const server = publicUrl?.host ?? 'kyphoscreen'
  const copies = audit.copyFolder === undefined ? 1 : 2
  const { journal, sign, check, integrity } = app.audit
  await app.register(eventsRoutes, { events: eventsStore(database) })
  await app.register(figuresRoutes, { figures: figuresStore(database), journal })
  await app.register(eventsExportRoutes, {
    exports: eventsExportStore(database),
    journal,
    sign,
    clock,
    server,
  })
  const tellFailure = (error: unknown) =>
    app.log.error({ err: error }, 'the check of the log failed')
  const checks = { integrity, check, journal, copies, tellFailure }
  await app.register(integrityRoutes, { integrity: integrityStore(database, checks) })
}
