import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { TilesAsked, WorklistPage, WorklistPageAsked, WorklistTiles } from '../contract.ts'
import { problems } from '../problems.ts'
import { shown } from '../tells.ts'
import { everyRole, whoOf } from '../who.ts'
import type { WorklistStore } from './worklist-store.ts'

type Options = { worklist: WorklistStore }

const searchReferrals = {
  schema: {
    operationId: 'searchReferrals',
    body: WorklistPageAsked,
    response: { 200: WorklistPage, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<WorklistPage>('worklist-viewed', ({ rows, total }, { body }) => ({
      shown: rows.map(({ patient }) => patient.id),
      details: { asked: body, referrals: rows.map(({ id }) => id), total },
    })),
  },
}

const countTiles = {
  schema: {
    operationId: 'countTiles',
    body: TilesAsked,
    response: { 200: WorklistTiles, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow: everyRole, tells: 'nothing' },
} as const

/** The worklist: a page of a list, and the counts of its tiles; what is searched for travels in the body, never in the URL. */
export const worklistRoutes: FastifyPluginAsyncZod<Options> = async (app, { worklist }) => {
  app.post('/referrals/search', searchReferrals, async (request) =>
    worklist.page(request.body, whoOf(request).accountId),
  )

  app.post('/referrals/tiles', countTiles, async (request) =>
    worklist.tiles(request.body.owner, whoOf(request).accountId),
  )
}
