import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { Health } from '../contract.ts'
import { problems } from '../problems.ts'

/** Says whether the database answers, within its deadline. */
export type DatabaseAnswers = () => Promise<boolean>

/** Whether the server runs, and whether it can work. */
export const healthRoutes: FastifyPluginAsyncZod<{ databaseAnswers: DatabaseAnswers }> = async (
  app,
  { databaseAnswers },
) => {
  app.get(
    '/health/live',
    {
      schema: { operationId: 'isAlive', response: { 200: Health, ...problems() } },
      config: { allow: 'anyone', tells: 'nothing' },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/health/ready',
    {
      schema: { operationId: 'isReady', response: { 200: Health, ...problems(), 503: Health } },
      config: { allow: 'anyone', tells: 'nothing' },
    },
    async (_request, reply) =>
      (await databaseAnswers())
        ? reply.code(200).send({ status: 'ok' })
        : reply.code(503).header('retry-after', '2').send({ status: 'not-ready' }),
  )
}
