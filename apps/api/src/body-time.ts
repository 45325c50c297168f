import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerBrokenHttp } from './failures.ts'

const everyMs = 10_000
const fewestFileBytes = 65_536

/** Closes a connection whose request body does not come: a whole body within 10 seconds, a file at 6.4 KiB a second at least. */
export function limitBodyTime(app: FastifyInstance): void {
  app.addHook('onRequest', async (request: FastifyRequest, { raw: answer }: FastifyReply) => {
    const { raw, routeOptions } = request
    if (!(raw.socket instanceof Socket)) return
    let seen = raw.socket.bytesRead
    const watch = setInterval(() => {
      const come = raw.socket.bytesRead - seen
      seen += come
      const isComing = routeOptions.config.takesFiles !== undefined && come >= fewestFileBytes
      if (raw.complete || raw.destroyed) clearInterval(watch)
      else if (answer.headersSent) raw.socket.destroy()
      else if (!isComing)
        answerBrokenHttp.call(app, { code: 'ERR_HTTP_REQUEST_TIMEOUT' }, raw.socket)
    }, everyMs)
    watch.unref()
    raw.once('end', () => clearInterval(watch))
    raw.once('close', () => clearInterval(watch))
  })
}
