import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Day } from '@kyphoscreen/rules'
import { NewReferral, PatientReferrals, People, Referral } from '../contract.ts'
import { askingOf } from '../idempotency/key.ts'
import { problems } from '../problems.ts'
import { idIn, shown } from '../tells.ts'
import { everyRole, screeningRoles } from '../who.ts'
import { ById } from './asked-change.ts'
import { etagOf } from './if-match.ts'
import type { PeopleStore } from './people-store.ts'
import { refuseFuture } from './refuse-future.ts'
import type { ReferralStore } from './store.ts'

type Options = { referrals: ReferralStore; people: PeopleStore; today: () => Day }

const receiveReferral = {
  schema: {
    operationId: 'receiveReferral',
    body: NewReferral,
    response: { 201: Referral, ...problems(401, 403, 409, 413, 415, 422, 503) },
  },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

const readReferral = {
  schema: {
    operationId: 'readReferral',
    params: ById,
    response: { 200: Referral, ...problems(401, 404, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<Referral>('referral-viewed', ({ id, patient }) => ({
      on: { kind: 'referral', id },
      patientId: patient.id,
    })),
  },
}

const readPatientReferrals = {
  schema: {
    operationId: 'readPatientReferrals',
    params: ById,
    response: { 200: PatientReferrals, ...problems(401, 404, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<PatientReferrals>('patient-referrals-viewed', ({ referrals }, request) => ({
      on: { kind: 'patient', id: idIn(request) },
      patientId: idIn(request),
      details: { shown: referrals.map(({ id }) => id) },
    })),
  },
}

const listPeople = {
  schema: { operationId: 'listPeople', response: { 200: People, ...problems(401, 503) } },
  config: { allow: everyRole, tells: 'nothing' },
} as const

/** Taking in referrals and reading them, one or a patient's, and the colleagues who can own them. */
export const referralRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { referrals, people, today },
) => {
  app.post('/referrals', receiveReferral, async (request, reply) => {
    refuseFuture(request.body, 'receivedOn', today())
    const referral = await referrals.receive(request.body, askingOf(request))
    return reply
      .code(201)
      .header('location', `/api/referrals/${referral.id}`)
      .header('etag', etagOf(referral))
      .send(referral)
  })

  app.get('/referrals/:id', readReferral, async ({ params }, reply) => {
    const referral = await referrals.read(params.id)
    return reply.header('etag', etagOf(referral)).send(referral)
  })

  app.get('/patients/:id/referrals', readPatientReferrals, async ({ params }) =>
    referrals.ofPatient(params.id),
  )

  app.get('/people', listPeople, async () => people.list())
}
