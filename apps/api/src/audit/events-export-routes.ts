import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { clinicDay } from '../clinic-day.ts'
import { type AuditEntry, AuditExport } from '../contract.ts'
import { problems, Refused } from '../problems.ts'
import { byteOrderMark } from '../referrals/export-csv.ts'
import { actorOf } from '../who.ts'
import { csvOf, csvTitles } from './events-csv.ts'
import type { EventsExportStore } from './events-export-store.ts'
import { fhirOf } from './fhir-audit-event.ts'
import type { Journal } from './journal.ts'

type Options = {
  exports: EventsExportStore
  journal: Journal
  sign: () => Promise<void>
  clock: () => Date
  server: string
}

const exportAudit = {
  schema: {
    operationId: 'exportAudit',
    body: AuditExport,
    response: { 200: z.string(), ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow: ['admin'], tells: 'its act' },
} as const

const kinds = {
  csv: { type: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
  fhir: { type: 'application/fhir+ndjson; fhirVersion=4.0', ending: 'ndjson' },
} as const

async function* written(
  batches: AsyncGenerator<AuditEntry[]>,
  { format }: AuditExport,
  server: string,
) {
  if (format === 'csv') yield byteOrderMark + csvTitles
  const write =
    format === 'csv' ? csvOf : (entry: AuditEntry) => `${JSON.stringify(fhirOf(entry, server))}\n`
  for await (const entries of batches) yield entries.map(write).join('')
}

/** A log that is not what was signed is not signed again, and can be taken out all the same: it is the evidence. */
const unlessAtFault = (error: unknown) => {
  if (!(error instanceof Refused && error.kind === 'log-at-fault')) throw error
}

/** The log as a file, streamed as it is read; taking it out is in the log, signed, before the first byte. */
export const eventsExportRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { exports, journal, sign, clock, server },
) => {
  app.post('/audit/export', exportAudit, async (request, reply) => {
    const { format, patientId } = request.body
    const { entries, batches } = await exports.of(request.body)
    await journal.note(actorOf(request), {
      action: 'export',
      on: { kind: 'audit-log', id: format },
      patientId,
      details: { asked: request.body, entries },
    })
    await sign().catch(unlessAtFault)
    const { type, ending } = kinds[format]
    const name = `audit-log-${clinicDay(clock())}.${ending}`
    reply.header('content-disposition', `attachment; filename="${name}"`).type(type)
    return reply.send(
      Readable.from(written(batches, request.body, server), { highWaterMark: 1 }) as never,
    )
  })
}
