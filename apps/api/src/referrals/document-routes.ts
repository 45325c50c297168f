import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import { DocumentChange, NewDocument } from '../contract.ts'
import { screeningRoles } from '../who.ts'
import { added, changed } from './answers.ts'
import { askedChange, ById } from './asked-change.ts'
import type { DocumentStore } from './document-store.ts'
import { etagOf } from './if-match.ts'
import { refuseFuture } from './refuse-future.ts'

type Options = { documents: DocumentStore; today: () => Day }

const config = { allow: screeningRoles, tells: 'its act' } as const

const addDocument = {
  schema: { operationId: 'addDocument', params: ById, body: NewDocument, response: added },
  config,
}

const correctDocument = {
  schema: {
    operationId: 'correctDocument',
    params: ById.extend({ documentId: z.uuid() }),
    body: DocumentChange,
    response: changed,
  },
  config,
}

const refuseNotYet = (document: DocumentChange, today: Day) => {
  refuseFuture(document, 'receivedOn', today)
  refuseFuture(document, 'documentOn', today)
}

/** The documents a referral waits for and has received. */
export const documentRoutes: FastifyPluginAsyncZod<Options> = async (app, { documents, today }) => {
  app.post('/referrals/:id/documents', addDocument, async (request, reply) => {
    refuseNotYet(request.body, today())
    const referral = await documents.add(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })

  app.patch('/referrals/:id/documents/:documentId', correctDocument, async (request, reply) => {
    refuseNotYet(request.body, today())
    const { documentId } = request.params
    const referral = await documents.correct(askedChange(request), documentId, request.body)
    return reply.header('etag', etagOf(referral)).send(referral)
  })
}
