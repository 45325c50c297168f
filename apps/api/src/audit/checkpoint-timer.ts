import type { FastifyInstance } from 'fastify'
import type { Database } from '../postgres/client.ts'

const lookMs = 2_000
const longestMs = 60_000
const mostUnsigned = 100

/**
 * Signs the log when a hundred entries or a minute have passed since the last checkpoint and there is something new:
 * looked at every two seconds, when the server is ready, and once more when it closes. A failure is logged and waits
 * for the next look; a log that is at fault is not signed any more.
 */
export const signInTime = (app: FastifyInstance, database: Database): void => {
  const { audit } = app
  let signedAt = 0
  let signedSize = 0
  let look: Promise<void> | undefined
  const sign = async () => {
    await audit.sign()
    signedAt = performance.now()
    signedSize = audit.integrity.known().signed?.size ?? 0
  }
  const signWhenDue = async () => {
    if (audit.integrity.known().fault) return
    const { sequence } = await database.auditHead.findFirstOrThrow()
    const unsigned = Number(sequence) - signedSize
    if (unsigned >= mostUnsigned || (unsigned > 0 && performance.now() - signedAt >= longestMs)) {
      await sign()
    }
  }
  const told = (work: () => Promise<void>) =>
    work().catch((error: unknown) => app.log.error(error, 'the log could not be signed'))
  const timer = setInterval(() => {
    look ??= told(signWhenDue).finally(() => {
      look = undefined
    })
  }, lookMs).unref()
  app.addHook('onReady', async () => void told(sign))
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await look
    await told(sign)
  })
}
