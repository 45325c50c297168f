import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { NewView, View, Views } from '../contract.ts'
import { askingOf } from '../idempotency/key.ts'
import { problems } from '../problems.ts'
import { everyRole, whoOf } from '../who.ts'
import { ById } from './asked-change.ts'
import type { ViewStore } from './view-store.ts'

type Options = { views: ViewStore }

const config = { allow: everyRole, tells: 'its act' } as const

const listViews = {
  schema: { operationId: 'listViews', response: { 200: Views, ...problems(401, 503) } },
  config: { allow: everyRole, tells: 'nothing' },
} as const

const keepView = {
  schema: {
    operationId: 'keepView',
    body: NewView,
    response: { 201: View, ...problems(401, 403, 409, 413, 415, 422, 503) },
  },
  config,
}

const changeView = {
  schema: {
    operationId: 'changeView',
    params: ById,
    body: NewView,
    response: { 200: View, ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
  },
  config,
}

const forgetView = {
  schema: {
    operationId: 'forgetView',
    params: ById,
    response: { 204: z.null(), ...problems(401, 403, 404, 503) },
  },
  config,
}

/** The lists that the person who asks keeps under names of their own. */
export const viewRoutes: FastifyPluginAsyncZod<Options> = async (app, { views }) => {
  app.get('/views', listViews, async (request) => views.list(whoOf(request).accountId))

  app.post('/views', keepView, async (request, reply) => {
    const view = await views.keep(request.body, askingOf(request))
    return reply.code(201).header('location', `/api/views/${view.id}`).send(view)
  })

  app.put('/views/:id', changeView, async (request) => {
    const { id } = request.params
    return views.change({ ...request.body, id }, askingOf(request))
  })

  app.delete('/views/:id', forgetView, async (request, reply) => {
    await views.forget(request.params.id, askingOf(request))
    return reply.code(204).send(null)
  })
}
