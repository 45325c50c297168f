import type { FastifyInstance } from 'fastify'
import type { Database } from '../postgres/client.ts'

const hourMs = 3_600_000
const keptForMs = 48 * hourMs

/** Deletes the answers kept for retries that are older than 48 hours. */
export const forgetOldReplies = async (database: Database, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - keptForMs)
  await database.idempotentReply.deleteMany({ where: { createdAt: { lt: before } } })
}

/** Forgets old answers when the server is ready and then every hour; a failure is logged and waits for the next time. */
export const forgetHourly = (
  app: FastifyInstance,
  { database, clock }: { database: Database; clock: () => Date },
): void => {
  const forget = () =>
    forgetOldReplies(database, clock()).catch((error: unknown) =>
      app.log.warn(error, 'old answers for retries could not be deleted'),
    )
  const timer = setInterval(forget, hourMs).unref()
  app.addHook('onReady', async () => void forget())
  app.addHook('onClose', async () => clearInterval(timer))
}
