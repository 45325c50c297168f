import type { FastifyInstance } from 'fastify'
import type { Database } from '../postgres/client.ts'
import { compactTally } from './worklist-tally.ts'

const minuteMs = 60_000

/** Adds up the tally's differences every minute, so that counting stays quick; a failure is logged and waits for the next minute. */
export const compactEveryMinute = (app: FastifyInstance, database: Database): void => {
  const compact = () =>
    compactTally(database).catch((error: unknown) =>
      app.log.error(error, 'the tally of the worklist could not be added up'),
    )
  const timer = setInterval(() => void compact(), minuteMs).unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
