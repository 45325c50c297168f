import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Draft, SavedDraft } from '../contract.ts'
import { problems } from '../problems.ts'
import { screeningRoles, whoOf } from '../who.ts'
import type { DraftOf, DraftStore } from './draft-store.ts'

const ById = z.strictObject({ id: z.uuid() })
const own = { params: ById, allow: screeningRoles } as const

const draftOf = (request: FastifyRequest, patientId: string): DraftOf => ({
  accountId: whoOf(request).accountId,
  patientId,
})

/** The author's own unfinished screening of a patient. */
export const draftRoutes: FastifyPluginAsyncZod<{ drafts: DraftStore }> = async (
  app,
  { drafts },
) => {
  app.get(
    '/patients/:id/draft',
    {
      schema: {
        operationId: 'readDraft',
        params: own.params,
        response: { 200: SavedDraft, ...problems(401, 403, 404, 503) },
      },
      config: { allow: own.allow },
    },
    async (request) => drafts.read(draftOf(request, request.params.id)),
  )

  app.put(
    '/patients/:id/draft',
    {
      schema: {
        operationId: 'saveDraft',
        params: own.params,
        body: Draft,
        response: { 200: SavedDraft, ...problems(400, 401, 403, 404, 413, 415, 422, 503) },
      },
      config: { allow: own.allow },
    },
    async (request) => drafts.save(draftOf(request, request.params.id), request.body),
  )

  app.delete(
    '/patients/:id/draft',
    {
      schema: {
        operationId: 'discardDraft',
        params: own.params,
        response: { 204: z.null(), ...problems(401, 403, 404, 503) },
      },
      config: { allow: own.allow },
    },
    async (request, reply) => {
      await drafts.discard(draftOf(request, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
