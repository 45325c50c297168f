import type { FastifyInstance } from 'fastify'

/** Ends each connection with the answer under way once the server is closing, so that closing waits for nobody idle. */
export function closeWhenDraining(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
