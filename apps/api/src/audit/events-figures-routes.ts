import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { AuditFigures, AuditFiguresAsked } from '../contract.ts'
import { problems } from '../problems.ts'
import { shown } from '../tells.ts'
import type { FiguresStore } from './events-figures-store.ts'

const countFigures = {
  schema: {
    operationId: 'countAuditFigures',
    body: AuditFiguresAsked,
    response: { 200: AuditFigures, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: {
    allow: ['admin'],
    tells: shown('report-viewed', () => ({ on: { kind: 'report', id: 'figures' } })),
  },
} as const

/** What was screened and decided, in numbers alone. */
export const figuresRoutes: FastifyPluginAsyncZod<{ figures: FiguresStore }> = async (
  app,
  { figures },
) => {
  app.post('/audit/figures', countFigures, async ({ body }) => figures.of(body))
}
