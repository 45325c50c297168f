import type { FastifyInstance } from 'fastify'
import { clinicDay } from '../clinic-day.ts'
import type { Database } from '../postgres/client.ts'
import { rescreenDue } from './rescreen.ts'

const minuteMs = 60_000

/**
 * Screens again what is due, when the server is ready and then every minute, one round after the other;
 * a failure is logged and waits for the next round. A server that closes ends the batch under way and starts none.
 */
export const rescreenEveryMinute = (
  app: FastifyInstance,
  { database, clock }: { database: Database; clock: () => Date },
): void => {
  const closing = new AbortController()
  let round: Promise<unknown> | undefined
  const rescreen = () => {
    if (closing.signal.aborted) return
    round ??= rescreenDue(database, clinicDay(clock()), closing.signal)
      .catch((error: unknown) => app.log.error(error, 'due referrals could not be screened again'))
      .finally(() => {
        round = undefined
      })
  }
  const timer = setInterval(rescreen, minuteMs).unref()
  app.addHook('onReady', async () => rescreen())
  app.addHook('preClose', async () => {
    clearInterval(timer)
    closing.abort()
    await round
  })
}
