import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { retryOf } from '../idempotency/key.ts'
import { actorOf, whoOf } from '../who.ts'
import type { AskedChange } from './changed-referral.ts'
import { versionNamed } from './if-match.ts'

/** The address of one referral. */
export const ById = z.strictObject({ id: z.uuid() })

/** Reads from a request which referral it changes, as which version, for whom. */
export const askedChange = (request: FastifyRequest<{ Params: { id: string } }>): AskedChange => ({
  id: request.params.id,
  version: versionNamed(request),
  byId: whoOf(request).accountId,
  by: actorOf(request),
  retry: retryOf(request),
})
