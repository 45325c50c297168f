import type { FastifyInstance, FastifyServerOptions } from 'fastify'

import { codesOf } from './database-failures.ts'

/** Where log lines go; false keeps the server silent. */
export type LogDestination = { write(line: string): void } | false

const known = ['err', 'method', 'route', 'status', 'milliseconds', 'kind', 'code'] as const

/** Keeps of an entry what is on the list: nothing else that a library may add is written. */
const listedAlone = (entry: Record<string, unknown>) =>
  Object.fromEntries(known.filter((key) => key in entry).map((key) => [key, entry[key]]))

const framesOf = ({ stack = '', message }: Error) =>
  stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ')

/** Tells an error by its codes instead of its message, for a database's messages hold values. */
const errorAlone = (error: Error) => ({
  type: error.name,
  message: codesOf(error).join(' '),
  stack: framesOf(error),
})

/** The logger: one JSON line an event, without addresses, bodies, names or messages of errors. */
export const loggerOf = (log: LogDestination): FastifyServerOptions['logger'] =>
  log !== false && {
    level: 'info',
    stream: log,
    base: null,
    formatters: { log: listedAlone },
    serializers: { err: errorAlone },
  }

/** Writes one line for each answer: method, route pattern, status and time taken. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const entry = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    }
    request.log.info(entry, 'answered')
  })
}
