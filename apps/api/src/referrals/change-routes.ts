import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Day } from '@kyphoscreen/rules'
import { BulkAssign, BulkAssigned, NewNote, NewStep, ReferralChange } from '../contract.ts'
import { askingOf } from '../idempotency/key.ts'
import { problems } from '../problems.ts'
import { screeningRoles } from '../who.ts'
import { added, changed } from './answers.ts'
import { askedChange, ById } from './asked-change.ts'
import type { AssignStore } from './assign-store.ts'
import type { ChangeStore } from './change-store.ts'
import { etagOf } from './if-match.ts'
import { refuseFuture } from './refuse-future.ts'

type Options = { changes: ChangeStore; assignments: AssignStore; today: () => Day }

const config = { allow: screeningRoles, tells: 'its act' } as const

const changeReferral = {
  schema: { operationId: 'changeReferral', params: ById, body: ReferralChange, response: changed },
  config,
}

const takeStep = {
  schema: { operationId: 'takeStep', params: ById, body: NewStep, response: added },
  config,
}

const writeNote = {
  schema: { operationId: 'writeNote', params: ById, body: NewNote, response: added },
  config,
}

const assignReferrals = {
  schema: {
    operationId: 'assignReferrals',
    body: BulkAssign,
    response: { 200: BulkAssigned, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config,
}

/** Changing referrals: their fields, their state, their notes, and the owner of many at once. */
export const changeRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { changes, assignments, today },
) => {
  app.patch('/referrals/:id', changeReferral, async (request, reply) => {
    refuseFuture(request.body, 'receivedOn', today())
    const referral = await changes.edit(askedChange(request), request.body)
    return reply.header('etag', etagOf(referral)).send(referral)
  })

  app.post('/referrals/:id/steps', takeStep, async (request, reply) => {
    const referral = await changes.step(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })

  app.post('/referrals/:id/notes', writeNote, async (request, reply) => {
    const referral = await changes.note(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })

  app.post('/referrals/assign', assignReferrals, async (request) =>
    assignments.assign(request.body, askingOf(request)),
  )
}
