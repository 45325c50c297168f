import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { AuditAction } from '../contract/audit-action.ts'
import { NewPrint } from '../contract.ts'
import { problems } from '../problems.ts'
import { actorOf, everyRole } from '../who.ts'
import type { PrintStore } from './store.ts'

const notePrint = {
  schema: {
    operationId: 'notePrint',
    body: NewPrint,
    response: { 204: z.null(), ...problems(401, 403, 404, 413, 415, 422, 503) },
  },
  config: { allow: everyRole, tells: 'its act' },
} as const

const actions = { printed: 'print', copied: 'copy' } as const satisfies Record<
  NewPrint['how'],
  AuditAction
>

/** Taking note of what is printed or copied out of the web app: the app tells it, as nobody else can. */
export const printRoutes: FastifyPluginAsyncZod<{ prints: PrintStore }> = async (
  app,
  { prints },
) => {
  app.post('/prints', notePrint, async (request, reply) => {
    const { how, ...on } = request.body
    const patientId = await prints.patientOf(on)
    const entry = { action: actions[how], on, patientId }
    await app.audit.journal.note(actorOf(request), entry)
    return reply.code(204).send(null)
  })
}
