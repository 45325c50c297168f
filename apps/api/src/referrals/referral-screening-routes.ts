import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { StoredScreening } from '../contract.ts'
import type { Readings } from '../sign-offs/readings.ts'
import { screeningRoles } from '../who.ts'
import { added } from './answers.ts'
import { askedChange, ById } from './asked-change.ts'
import { etagOf } from './if-match.ts'
import type { ReferralScreeningStore } from './referral-screening-store.ts'

const screenReferral = {
  schema: {
    operationId: 'screenReferral',
    params: ById,
    response: { ...added, 201: StoredScreening },
  },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

type Options = { screenings: ReferralScreeningStore; readings: Readings }

/** Recording a screening of a referral's findings as of today, with their evidence; its ETag is the referral's. */
export const referralScreeningRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { screenings, readings },
) => {
  app.post('/referrals/:id/screenings', screenReferral, async (request, reply) => {
    const asked = askedChange(request)
    const screening = await readings.whenRecorded(await screenings.record(asked))
    return reply
      .code(201)
      .header('location', `/api/screenings/${screening.id}`)
      .header('etag', etagOf({ version: asked.version + 1 }))
      .send(screening)
  })
}
