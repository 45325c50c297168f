import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Decision, Decisions, Impression, NewDecision, NewImpression } from '../contract.ts'
import { retryOf } from '../idempotency/key.ts'
import { problems } from '../problems.ts'
import { actorOf, everyRole, whoOf } from '../who.ts'
import type { ImpressionStore } from './impression-store.ts'
import type { DecisionStore } from './store.ts'

type Options = {
  decisions: DecisionStore
  impressions: ImpressionStore
  /** Refuses a request whose password is not the one of whoever is signed in. */
  confirm: (request: FastifyRequest, password: string) => Promise<void>
}

const ById = z.strictObject({ id: z.uuid() })

const recordDecision = {
  schema: {
    operationId: 'recordDecision',
    params: ById,
    body: NewDecision,
    response: { 201: Decision, ...problems(401, 403, 404, 409, 413, 415, 422, 429, 503) },
  },
  config: { allow: ['surgeon'], tells: 'its act' },
} as const

const readDecisions = {
  schema: {
    operationId: 'readDecisions',
    params: ById,
    response: { 200: Decisions, ...problems(401, 404, 409, 503) },
  },
  config: { allow: everyRole, tells: 'its act' },
} as const

const recordImpression = {
  schema: {
    operationId: 'recordImpression',
    params: ById,
    body: NewImpression,
    response: { 201: Impression, ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
  },
  config: { allow: ['surgeon'], tells: 'its act' },
} as const

/** Recording what a surgeon decided on a screening, confirmed by password, reading what was decided, and taking impressions before that. */
export const decisionRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { decisions, impressions, confirm },
) => {
  app.post('/screenings/:id/decisions', recordDecision, async (request, reply) => {
    const { password, ...decision } = request.body
    await confirm(request, password)
    const recorded = await decisions.record({
      screeningId: request.params.id,
      decision,
      by: actorOf(request),
      reader: whoOf(request),
      retry: retryOf(request, decision),
    })
    return reply
      .code(201)
      .header('location', `/api/screenings/${recorded.screeningId}/decisions`)
      .send(recorded)
  })

  app.get('/screenings/:id/decisions', readDecisions, async (request) => {
    const { id } = request.params
    const { patientId, ...made } = await decisions.of(id, whoOf(request))
    await app.audit.journal.note(actorOf(request), {
      action: 'decisions-viewed',
      on: { kind: 'screening', id },
      patientId,
    })
    return made
  })

  app.post('/screenings/:id/impression', recordImpression, async (request, reply) => {
    const impression = await impressions.record({
      screeningId: request.params.id,
      impression: request.body,
      by: actorOf(request),
      reader: whoOf(request),
      retry: retryOf(request),
    })
    return reply.code(201).send(impression)
  })
}
