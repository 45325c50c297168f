import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { NewEntry } from './audit/entry.ts'
import type { AuditAction } from './contract/audit-action.ts'
import { actorOf } from './who.ts'

type Entry = Omit<NewEntry, 'action'>

/** What a route that shows something of patients tells the log of an answer, before the answer is sent. */
export type Shown = {
  action: AuditAction
  entryOf: (answer: unknown, request: FastifyRequest) => Entry
}

/**
 * What a route tells the log: nothing, for it changes nothing and shows nothing of a patient; its act, whose entry the
 * route or its store writes with the act, or before the first byte; or what it shows.
 */
export type Tells = 'nothing' | 'its act' | Shown

declare module 'fastify' {
  interface FastifyContextConfig {
    tells?: Tells
  }
}

/** Declares that a route shows what it answers; whatever was typed, and what is shown of many, goes into sealed details. */
export const shown = <Answer>(
  action: AuditAction,
  entryOf: (answer: Answer, request: FastifyRequest) => Entry,
): Shown => ({ action, entryOf: entryOf as Shown['entryOf'] })

/** Gives the identifier in the address of a request. */
export const idIn = ({ params }: FastifyRequest): string =>
  String(Reflect.get(Object(params), 'id'))

/** Writes down what each route shows before it is sent; what cannot be written down is not shown. */
export function tellWhatIsShown(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, reply, answer) => {
    const { tells } = request.routeOptions.config
    if (typeof tells !== 'object' || reply.statusCode >= 400) return answer
    const entry = { action: tells.action, ...tells.entryOf(answer, request) }
    await app.audit.journal.note(actorOf(request), entry).catch((error: unknown) => {
      reply.removeHeader('etag')
      throw error
    })
    return answer
  })
}
