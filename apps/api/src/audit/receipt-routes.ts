import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { problems } from '../problems.ts'
import { actorOf, everyRole, whoOf } from '../who.ts'
import type { Journal } from './journal.ts'
import { Receipt } from './receipt.ts'
import type { ReceiptFor, ReceiptStore } from './receipt-store.ts'

type Options = {
  receipts: ReceiptStore
  journal: Journal
  verifierLine: () => Promise<string>
  signedLog: () => Promise<AsyncGenerator<string>>
}

const receiptOf = (operationId: string) => ({
  schema: {
    operationId,
    params: z.strictObject({ id: z.uuid() }),
    response: { 200: Receipt, ...problems(401, 404, 409, 503) },
  },
  config: { allow: everyRole, tells: 'its act' } as const,
})

const readLogKey = {
  schema: {
    operationId: 'readLogKey',
    response: { 200: z.string(), ...problems(401, 503) },
  },
  config: { allow: everyRole, tells: 'nothing' },
} as const

const exportLog = {
  schema: {
    operationId: 'exportLog',
    response: { 200: z.string(), ...problems(401, 403, 503) },
  },
  config: { allow: ['admin'], tells: 'its act' },
} as const

/** Receipts of recorded screenings and decisions, to be checked by whoever has them, the whole log, and the key that checks them. */
export const receiptRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { receipts, journal, verifierLine, signedLog },
) => {
  const send = async (request: FastifyRequest, reply: FastifyReply, about: ReceiptFor) => {
    const { text, patientId } = await receipts.of(about, whoOf(request))
    await journal.note(actorOf(request), { action: 'receipt-made', on: about, patientId })
    return reply
      .header('content-disposition', `attachment; filename="receipt-${about.id}.json"`)
      .type('application/json; charset=utf-8')
      .serializer(() => text)
      .send(text)
  }

  app.get('/screenings/:id/receipt', receiptOf('readScreeningReceipt'), (request, reply) =>
    send(request, reply, { kind: 'screening', id: request.params.id }),
  )

  app.get('/decisions/:id/receipt', receiptOf('readDecisionReceipt'), (request, reply) =>
    send(request, reply, { kind: 'decision', id: request.params.id }),
  )

  app.get('/audit/log', exportLog, async (request, reply) => {
    await journal.note(actorOf(request), { action: 'export', on: { kind: 'log', id: 'whole' } })
    const lines = await signedLog()
    return reply
      .header('content-disposition', 'attachment; filename="log.ndjson"')
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(lines) as never)
  })

  app.get('/audit/key', readLogKey, async (_, reply) =>
    reply.type('text/plain; charset=utf-8').send(`${await verifierLine()}\n`),
  )
}
