import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import {
  AuditFigures,
  AuditFiguresAsked,
  AuditFiguresChoices,
  AuditFiguresExport,
} from '../contract.ts'
import { problems } from '../problems.ts'
import { shown } from '../tells.ts'
import { actorOf } from '../who.ts'
import { figuresCsv } from './events-figures-csv.ts'
import type { FiguresStore } from './events-figures-store.ts'
import type { Journal } from './journal.ts'

type Options = { figures: FiguresStore; journal: Journal }

const allow = ['admin'] as const

const countFigures = {
  schema: {
    operationId: 'countAuditFigures',
    body: AuditFiguresAsked,
    response: { 200: AuditFigures, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: {
    allow,
    tells: shown('report-viewed', (_, { body }) => ({
      on: { kind: 'report', id: 'figures' },
      details: { asked: body },
    })),
  },
}

const listChoices = {
  schema: {
    operationId: 'listAuditFiguresChoices',
    response: { 200: AuditFiguresChoices, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'nothing' },
} as const

const exportFigures = {
  schema: {
    operationId: 'exportAuditFigures',
    body: AuditFiguresExport,
    response: { 200: z.string(), ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow, tells: 'its act' },
} as const

/** What was screened and decided, in numbers alone, and a table of them as a file; what was asked for is sealed in the log. */
export const figuresRoutes: FastifyPluginAsyncZod<Options> = async (app, { figures, journal }) => {
  app.post('/audit/figures', countFigures, async ({ body }) => figures.of(body))

  app.get('/audit/figures/choices', listChoices, async () => figures.choices())

  app.post('/audit/figures/export', exportFigures, async (request, reply) => {
    const { asked, table } = request.body
    const file = figuresCsv(table, await figures.of(asked))
    await journal.note(actorOf(request), {
      action: 'export',
      on: { kind: 'report', id: table },
      details: { asked },
    })
    return reply
      .header('content-disposition', `attachment; filename="figures-${table}.csv"`)
      .type('text/csv; charset=utf-8; header=present')
      .send(file)
  })
}
