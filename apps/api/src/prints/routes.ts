import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AuditAction } from '../contract/audit-action.ts'
import { NewPrint } from '../contract.ts'
import { problems, Refused } from '../problems.ts'
import { actorOf, everyRole, type Who, whoOf } from '../who.ts'
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
  /** The log is an admin's to read, and so to print. */
  const ofLog = async (patientId: string | null, { role }: Who) => {
    if (role !== 'admin') throw new Refused('not-your-role')
    if (patientId !== null) await prints.patientOf({ kind: 'patient', id: patientId })
    return { on: { kind: 'log', id: 'page' }, patientId }
  }

  const about = async (request: FastifyRequest<{ Body: NewPrint }>) => {
    const print = request.body
    if (print.kind === 'log') return ofLog(print.patientId, whoOf(request))
    const on = { kind: print.kind, id: print.id }
    return { on, patientId: await prints.patientOf({ kind: print.kind, id: print.id }) }
  }

  app.post('/prints', notePrint, async (request, reply) => {
    const entry = { action: actions[request.body.how], ...(await about(request)) }
    await app.audit.journal.note(actorOf(request), entry)
    return reply.code(204).send(null)
  })
}
