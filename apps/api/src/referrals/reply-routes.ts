import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { NewReply, ReplyDraft } from '../contract.ts'
import { problems } from '../problems.ts'
import { actorOf, everyRole, screeningRoles } from '../who.ts'
import { added } from './answers.ts'
import { askedChange, ById } from './asked-change.ts'
import { etagOf } from './if-match.ts'
import type { ReplyStore } from './reply-store.ts'

const draftReply = {
  schema: {
    operationId: 'draftReply',
    params: ById,
    response: { 200: ReplyDraft, ...problems(401, 404, 409, 503) },
  },
  config: { allow: everyRole, tells: 'its act' },
} as const

const recordReply = {
  schema: { operationId: 'recordReply', params: ById, body: NewReply, response: added },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

/** The reply to the referrer: drafted from what is missing, recorded as it was sent. */
export const replyRoutes: FastifyPluginAsyncZod<{ replies: ReplyStore }> = async (
  app,
  { replies },
) => {
  app.get('/referrals/:id/reply', draftReply, async (request) => {
    const { id } = request.params
    const { patientId, draft } = await replies.draft(id)
    await app.audit.journal.note(actorOf(request), {
      action: 'referral-reply-viewed',
      on: { kind: 'referral', id },
      patientId,
    })
    return draft
  })

  app.post('/referrals/:id/replies', recordReply, async (request, reply) => {
    const referral = await replies.record(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })
}
