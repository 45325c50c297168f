import type { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { News, NewsAsked } from '../contract.ts'
import { problems, Refused } from '../problems.ts'
import { everyRole, whoOf } from '../who.ts'
import { newsFeed } from './news-feed.ts'
import type { NewsStore } from './news-store.ts'
import { eventStream } from './news-stream.ts'

type Options = {
  news: NewsStore
  today: () => string
  signedIn: (sessionId: string) => Promise<boolean>
  heartbeatMs?: number
}

const Sequence = NewsAsked.shape.since

const countNews = {
  schema: {
    operationId: 'countNews',
    body: NewsAsked,
    response: { 200: News, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow: everyRole, tells: 'nothing', watches: true },
} as const

const streamEvents = {
  schema: {
    operationId: 'streamEvents',
    querystring: z.strictObject({ since: Sequence.optional() }),
    headers: z.looseObject({ 'last-event-id': Sequence.optional() }),
    response: {
      200: z.string(),
      ...problems(401, 422, 429, 503),
    },
  },
  exposeHeadRoute: false,
  config: { allow: everyRole, tells: 'nothing', watches: true },
} as const

const mostOfASession = 4

/** Keeps the open streams of each session, so that no session has too many and all of them end with the server. */
function openStreams() {
  const streams = new Map<Readable, string>()
  const of = (sessionId: string) => [...streams.values()].filter((id) => id === sessionId).length
  return {
    add(sessionId: string, open: () => Readable): Readable {
      if (of(sessionId) >= mostOfASession) throw new Refused('too-many-streams')
      const stream = open()
      streams.set(stream, sessionId)
      return stream.once('close', () => streams.delete(stream))
    },
    endAll: () => {
      for (const stream of streams.keys()) stream.push(null)
    },
  }
}

/** How many referrals of a list are new or changed, and a stream of what happens as it happens. */
export const newsRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { news, today, signedIn, heartbeatMs = 15_000 },
) => {
  const feed = newsFeed(news)
  const streams = openStreams()
  app.addHook('preClose', async () => streams.endAll())

  app.post('/referrals/news', countNews, async (request) => {
    const { accountId } = whoOf(request)
    return news.count(request.body, { accountId, today: today() })
  })

  app.get('/referrals/events', streamEvents, async (request, reply) => {
    const { sessionId } = request.session
    const seen = request.headers['last-event-id'] ?? request.query.since
    const since = seen === undefined ? null : BigInt(seen)
    const stream = streams.add(sessionId, () =>
      eventStream({ feed, since, signedIn: () => signedIn(sessionId), heartbeatMs }),
    )
    reply.header('x-accel-buffering', 'no').type('text/event-stream; charset=utf-8')
    return reply.send(stream as never)
  })
}
