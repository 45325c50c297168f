import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../audit/entry.ts'
import { Refused } from '../problems.ts'
import { actorOf, whoOf } from '../who.ts'
import type { Retry } from './once.ts'

const usable = /^[\x21-\x7e]{1,200}$/

/** Gives what a retry is known by, from the Idempotency-Key header; undefined without one. `asked` is the body without what must not be kept, not even hashed. */
export function retryOf(request: FastifyRequest, asked: unknown = request.body): Retry | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !usable.test(key)) throw new Refused('malformed-idempotency-key')
  const { method, url } = request.routeOptions
  const named = Object.values(Object(request.params))
  const written = JSON.stringify([method, url, asked, ...named])
  const requestHash = createHash('sha256').update(written).digest('hex')
  return { accountId: whoOf(request).accountId, key, requestHash }
}

/** Who asks for something to be done, as the log and as the rows it makes have it, and what a retry is known by. */
export type Asking = { by: Actor; accountId: string; retry: Retry | undefined }

/** Reads from a request who asks. */
export const askingOf = (request: FastifyRequest): Asking => ({
  by: actorOf(request),
  accountId: whoOf(request).accountId,
  retry: retryOf(request),
})
