import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { NewEvidence, NewRuling } from '../contract.ts'
import { screeningRoles } from '../who.ts'
import { added } from './answers.ts'
import { askedChange, ById } from './asked-change.ts'
import type { EvidenceStore } from './evidence-store.ts'
import { etagOf } from './if-match.ts'

const config = { allow: screeningRoles, tells: 'its act' } as const

const enterEvidence = {
  schema: { operationId: 'enterEvidence', params: ById, body: NewEvidence, response: added },
  config,
}

const ruleOnEvidence = {
  schema: { operationId: 'ruleOnEvidence', params: ById, body: NewRuling, response: added },
  config,
}

/** What sources say of a referral's facts, and which of them counts. */
export const evidenceRoutes: FastifyPluginAsyncZod<{ evidence: EvidenceStore }> = async (
  app,
  { evidence },
) => {
  app.post('/referrals/:id/evidence', enterEvidence, async (request, reply) => {
    const referral = await evidence.enter(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })

  app.post('/referrals/:id/rulings', ruleOnEvidence, async (request, reply) => {
    const referral = await evidence.rule(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })
}
