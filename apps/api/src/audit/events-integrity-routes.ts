import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { AuditIntegrity } from '../contract.ts'
import { problems } from '../problems.ts'
import { actorOf } from '../who.ts'
import type { IntegrityStore } from './events-integrity-store.ts'

type Options = { integrity: IntegrityStore }

const allow = ['admin'] as const

const readIntegrity = {
  schema: {
    operationId: 'readAuditIntegrity',
    response: { 200: AuditIntegrity, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'nothing' },
} as const

const verifyAudit = {
  schema: {
    operationId: 'verifyAudit',
    response: { 202: AuditIntegrity, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'its act' },
} as const

/** How far the log can be relied on, and checking all of it; what is told is about no patient. */
export const integrityRoutes: FastifyPluginAsyncZod<Options> = async (app, { integrity }) => {
  app.addHook('onClose', integrity.settled)

  app.get('/audit/integrity', readIntegrity, async () => integrity.read())

  app.post('/audit/verify', verifyAudit, async (request, reply) =>
    reply.code(202).send(await integrity.verify(actorOf(request))),
  )
}
