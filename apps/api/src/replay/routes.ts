import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { theServer } from '../audit/entry.ts'
import { Replay, ReplayAsked, ReplayList } from '../contract.ts'
import { problems } from '../problems.ts'
import { shown } from '../tells.ts'
import { actorOf } from '../who.ts'
import type { ReplayStore } from './store.ts'

const allow = ['admin'] as const

/** The description has the members of an address each by itself, and not by the name of their schema. */
const InAddress = z.strictObject(ReplayAsked.shape)

const readReplay = {
  schema: {
    operationId: 'readReplay',
    response: { 200: Replay, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'nothing', watches: true },
} as const

const beginReplay = {
  schema: {
    operationId: 'beginReplay',
    response: { 202: Replay, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'its act' },
} as const

/** The run itself tells the log that it was stopped, and by whom. */
const cancelReplay = {
  schema: {
    operationId: 'cancelReplay',
    response: { 200: Replay, ...problems(401, 403, 503) },
  },
  config: { allow, tells: 'nothing' },
} as const

const listReplayed = {
  schema: {
    operationId: 'listReplayed',
    querystring: InAddress,
    response: { 200: ReplayList, ...problems(401, 403, 422, 503) },
  },
  config: {
    allow,
    tells: shown('report-viewed', ({ runId, screenings }: ReplayList, { query }) => ({
      on: { kind: 'report', id: 'replay' },
      shown: screenings.map(({ patientId }) => patientId),
      details: { runId, asked: ReplayAsked.parse(query), shown: screenings.map(({ id }) => id) },
    })),
  },
}

/** Screening recorded screenings again, and what came of it. */
export const replayRoutes: FastifyPluginAsyncZod<{ replays: ReplayStore }> = async (
  app,
  { replays },
) => {
  app.addHook('onClose', async () => void (await replays.cancel(theServer)))

  app.get('/audit/replay', readReplay, async () => replays.read())

  app.post('/audit/replay', beginReplay, async (request, reply) =>
    reply.code(202).send(await replays.begin(actorOf(request))),
  )

  app.post('/audit/replay/cancel', cancelReplay, async (request) =>
    replays.cancel(actorOf(request)),
  )

  app.get('/audit/replay/screenings', listReplayed, async ({ query }) => replays.list(query))
}
