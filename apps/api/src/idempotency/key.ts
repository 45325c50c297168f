import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refused } from '../problems.ts'
import { whoOf } from '../who.ts'
import type { Retry } from './once.ts'

const usable = /^[\x21-\x7e]{1,200}$/

/** Gives what a retry is known by, from the Idempotency-Key header; undefined without one. */
export function retryOf(request: FastifyRequest): Retry | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !usable.test(key)) throw new Refused('malformed-idempotency-key')
  const { method, url } = request.routeOptions
  const named = Object.values(Object(request.params))
  const asked = JSON.stringify([method, url, request.body, ...named])
  const requestHash = createHash('sha256').update(asked).digest('hex')
  return { accountId: whoOf(request).accountId, key, requestHash }
}
