import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { addDays } from '@kyphoscreen/rules'
import { z } from 'zod'
import { NewPatient, Patient, PatientSearch, PatientsFound } from '../contract.ts'
import { retryOf } from '../idempotency/key.ts'
import { problems, refusedField } from '../problems.ts'
import { everyRole, screeningRoles, whoOf } from '../who.ts'
import type { PatientStore } from './store.ts'

type Options = { patients: PatientStore; today: () => string }

const ById = z.strictObject({ id: z.uuid() })

const registerPatient = {
  schema: {
    operationId: 'registerPatient',
    body: NewPatient,
    response: { 201: Patient, ...problems(401, 403, 409, 413, 415, 422, 503) },
  },
  config: { allow: screeningRoles },
}

const findPatients = {
  schema: {
    operationId: 'findPatients',
    body: PatientSearch,
    response: { 200: PatientsFound, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow: everyRole },
}

const readPatient = {
  schema: {
    operationId: 'readPatient',
    params: ById,
    response: { 200: Patient, ...problems(401, 404, 503) },
  },
  config: { allow: everyRole },
}

/** Registering, finding and reading patients; what is searched for travels in the body, never in the URL. */
export const patientRoutes: FastifyPluginAsyncZod<Options> = async (app, { patients, today }) => {
  app.post('/patients', registerPatient, async (request, reply) => {
    if (request.body.birthDate > addDays(today(), 1)) {
      throw refusedField('/birthDate', 'lies in the future; correct it')
    }
    const { accountId } = whoOf(request)
    const patient = await patients.register(request.body, accountId, retryOf(request))
    return reply.code(201).header('location', `/api/patients/${patient.id}`).send(patient)
  })

  app.post('/patients/search', findPatients, async ({ body }) => patients.find(body.text))

  app.get('/patients/:id', readPatient, async ({ params }) => patients.read(params.id))
}
