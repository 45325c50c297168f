import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { addDays } from '@kyphoscreen/rules'
import { z } from 'zod'
import { NewPatient, Patient, PatientSearch, PatientsFound } from '../contract.ts'
import { askingOf } from '../idempotency/key.ts'
import { problems, refusedField } from '../problems.ts'
import { shown } from '../tells.ts'
import { everyRole, screeningRoles } from '../who.ts'
import type { PatientStore } from './store.ts'

type Options = { patients: PatientStore; today: () => string }

const ById = z.strictObject({ id: z.uuid() })

const registerPatient = {
  schema: {
    operationId: 'registerPatient',
    body: NewPatient,
    response: { 201: Patient, ...problems(401, 403, 409, 413, 415, 422, 503) },
  },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

const findPatients = {
  schema: {
    operationId: 'findPatients',
    body: PatientSearch,
    response: { 200: PatientsFound, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<PatientsFound>('patients-searched', ({ patients, total }, { body }) => ({
      shown: patients.map(({ id }) => id),
      details: { asked: body, total },
    })),
  },
}

const readPatient = {
  schema: {
    operationId: 'readPatient',
    params: ById,
    response: { 200: Patient, ...problems(401, 404, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<Patient>('patient-viewed', ({ id }) => ({
      on: { kind: 'patient', id },
      patientId: id,
    })),
  },
}

/** Registering, finding and reading patients; what is searched for travels in the body, never in the URL. */
export const patientRoutes: FastifyPluginAsyncZod<Options> = async (app, { patients, today }) => {
  app.post('/patients', registerPatient, async (request, reply) => {
    if (request.body.birthDate > addDays(today(), 1)) {
      throw refusedField('/birthDate', 'lies in the future; correct it')
    }
    const patient = await patients.register(request.body, askingOf(request))
    return reply.code(201).header('location', `/api/patients/${patient.id}`).send(patient)
  })

  app.post('/patients/search', findPatients, async ({ body }) => patients.find(body.text))

  app.get('/patients/:id', readPatient, async ({ params }) => patients.read(params.id))
}
