import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Draft, SavedDraft } from '../contract.ts'
import { problems } from '../problems.ts'
import { idIn, shown } from '../tells.ts'
import { actorOf, screeningRoles, whoOf } from '../who.ts'
import type { DraftOf, DraftStore } from './draft-store.ts'

const ById = z.strictObject({ id: z.uuid() })
const readDraft = {
  schema: {
    operationId: 'readDraft',
    params: ById,
    response: { 200: SavedDraft, ...problems(401, 403, 404, 503) },
  },
  config: {
    allow: screeningRoles,
    answersMissing: true,
    tells: shown<SavedDraft>('draft-viewed', (_, request) => ({
      on: { kind: 'draft', id: idIn(request) },
      patientId: idIn(request),
    })),
  },
}

const saveDraft = {
  schema: {
    operationId: 'saveDraft',
    params: ById,
    body: Draft,
    response: { 200: SavedDraft, ...problems(401, 403, 404, 413, 415, 422, 503) },
  },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

const discardDraft = {
  schema: {
    operationId: 'discardDraft',
    params: ById,
    response: { 204: z.null(), ...problems(401, 403, 404, 503) },
  },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

const ownDraft = (request: FastifyRequest, patientId: string): DraftOf => ({
  accountId: whoOf(request).accountId,
  patientId,
  by: actorOf(request),
})

/** The author's own unfinished screening of a patient. */
export const draftRoutes: FastifyPluginAsyncZod<{ drafts: DraftStore }> = async (
  app,
  { drafts },
) => {
  const address = '/patients/:id/draft'

  app.get(address, readDraft, async (request) => drafts.read(ownDraft(request, request.params.id)))

  app.put(address, saveDraft, async (request) =>
    drafts.save(ownDraft(request, request.params.id), request.body),
  )

  app.delete(address, discardDraft, async (request, reply) => {
    await drafts.discard(ownDraft(request, request.params.id))
    return reply.code(204).send(null)
  })
}
