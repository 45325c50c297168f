import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { whenLauncherEnds } from './launcher.ts'

const drainMs = 9_000
const impatientMs = 1_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Lets requests under way finish, within the time there is, then closes what is left. */
const drain = async (app: FastifyInstance) => {
  const closed = app.close()
  const late = pause(drainMs, undefined, { ref: false }).then(() =>
    app.server.closeAllConnections(),
  )
  await Promise.race([closed, late.then(() => closed)])
}

/** Stops everything in order on the first signal, or when npm ends; a second signal, a second later or more, stops at once. */
export const stopOnSignal = (app: FastifyInstance, stopRest: () => Promise<void>): void => {
  let asked: number | undefined
  const stop = async () => {
    if (asked !== undefined) {
      if (performance.now() - asked > impatientMs) process.exit(1)
      return
    }
    asked = performance.now()
    await drain(app)
      .then(stopRest)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  for (const signal of signals) process.on(signal, stop)
  whenLauncherEnds(stop)
}
