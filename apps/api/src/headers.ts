import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const own = ["'self'"]
const none = ["'none'"]

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: own,
    styleSrc: own,
    imgSrc: ["'self'", 'data:'],
    fontSrc: own,
    connectSrc: own,
    manifestSrc: own,
    formAction: own,
    baseUri: none,
    frameAncestors: none,
  },
}

/** The headers of an answer that is written before any route is known. */
export const bareHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** Gives every answer its security headers, and keeps every answer of the API out of caches. */
export async function registerHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    hsts: secure && { maxAge: 31_536_000 },
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store')
  })
}
