import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { AuditEntryRead, AuditPage, AuditPeople, AuditSearch } from '../contract.ts'
import { problems } from '../problems.ts'
import { shown } from '../tells.ts'
import type { EventsStore } from './events-store.ts'

type Options = { events: EventsStore }

const allow = ['admin'] as const

const toldOfPage = shown('audit-viewed', ({ entries }: AuditPage, { body }) => {
  const asked = AuditSearch.parse(body)
  const sequences = entries.map(({ sequence }) => sequence)
  const patients = entries.flatMap(({ patient }) => patient?.id ?? [])
  return { patientId: asked.patientId, shown: patients, details: { asked, entries: sequences } }
})

const toldOfEntry = shown('audit-viewed', ({ entry, shown: patients }: AuditEntryRead) => ({
  on: { kind: 'audit-entry', id: String(entry.sequence) },
  patientId: entry.patient?.id ?? null,
  shown: patients.map(({ id }) => id),
}))

const searchAudit = {
  schema: {
    operationId: 'searchAudit',
    body: AuditSearch,
    response: { 200: AuditPage, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow, tells: toldOfPage },
}

const readAuditEntry = {
  schema: {
    operationId: 'readAuditEntry',
    params: z.strictObject({ sequence: z.string().regex(/^[1-9]\d{0,14}$/) }),
    response: { 200: AuditEntryRead, ...problems(401, 403, 404, 503) },
  },
  config: { allow, tells: toldOfEntry },
}

const listAuditPeople = {
  schema: {
    operationId: 'listAuditPeople',
    response: { 200: AuditPeople, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'nothing' },
} as const

/** The log as admins read it; whoever reads it is in it, and what was asked is sealed. */
export const eventsRoutes: FastifyPluginAsyncZod<Options> = async (app, { events }) => {
  app.post('/audit/search', searchAudit, async ({ body }) => events.search(body))

  app.get('/audit/entries/:sequence', readAuditEntry, async ({ params }) =>
    events.read(Number(params.sequence)),
  )

  app.get('/audit/people', listAuditPeople, async () => events.people())
}
