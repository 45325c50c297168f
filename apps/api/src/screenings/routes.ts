import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { addDays, screen } from '@kyphoscreen/rules'
import { z } from 'zod'
import {
  EvaluatedFindings,
  Findings,
  NewScreening,
  type Screening,
  ScreeningHistory,
  StoredScreening,
} from '../contract.ts'
import { askingOf } from '../idempotency/key.ts'
import { problems, refusedField } from '../problems.ts'
import type { Readings } from '../sign-offs/readings.ts'
import { idIn, shown } from '../tells.ts'
import { everyRole, screeningRoles, whoOf } from '../who.ts'
import type { ScreeningStore } from './store.ts'

type Options = { screenings: ScreeningStore; readings: Readings; today: () => string }

const ById = z.strictObject({ id: z.uuid() })

const rulesetOf = ({ result: { ruleset } }: Screening) => ({
  ruleset: { version: ruleset.version, hash: ruleset.hash },
})

const evaluateFindings = {
  schema: {
    operationId: 'evaluateFindings',
    body: Findings,
    response: { 200: EvaluatedFindings, ...problems(401, 403, 409, 413, 415, 422, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<EvaluatedFindings>('findings-evaluated', ({ outcome, ruleset }) => ({
      ruleset: { version: ruleset.version, hash: ruleset.hash },
      details: { outcome },
    })),
  },
}

const recordScreening = {
  schema: {
    operationId: 'recordScreening',
    body: NewScreening,
    response: { 201: StoredScreening, ...problems(401, 403, 410, 413, 415, 422, 503) },
  },
  config: { allow: screeningRoles, tells: 'its act' },
} as const

/** A recorded screening is sent as it was stored, also when the rules have since come to say more or less. */
const asStored = () => (screening: unknown) => JSON.stringify(screening)

const readScreening = {
  schema: {
    operationId: 'readScreening',
    params: ById,
    response: { 200: StoredScreening, ...problems(401, 404, 503) },
  },
  serializerCompiler: asStored,
  config: {
    allow: everyRole,
    tells: shown<StoredScreening>('screening-viewed', (screening) => ({
      on: { kind: 'screening', id: screening.id },
      patientId: screening.patientId,
      ...('withheld' in screening ? { reason: 'outcome-withheld' } : rulesetOf(screening)),
    })),
  },
}

const readHistory = {
  schema: {
    operationId: 'readHistory',
    params: ById,
    response: { 200: ScreeningHistory, ...problems(401, 404, 503) },
  },
  config: {
    allow: everyRole,
    tells: shown<ScreeningHistory>('patient-history-viewed', ({ screenings }, request) => ({
      on: { kind: 'patient', id: idIn(request) },
      patientId: idIn(request),
      details: { shown: screenings.map(({ id }) => id) },
    })),
  },
}

/** Screening findings without keeping them, recording a screening, and reading what was recorded. */
export const screeningRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { screenings, readings, today },
) => {
  app.post('/evaluations', evaluateFindings, async ({ body }) => readings.asOfNow(screen(body)))

  app.post('/screenings', recordScreening, async (request, reply) => {
    if (request.body.findings.assessedOn > addDays(today(), 1)) {
      throw refusedField('/findings/assessedOn', 'lies in the future; correct the day')
    }
    const recorded = await screenings.record(request.body, askingOf(request))
    const screening = await readings.whenRecorded(recorded)
    return reply.code(201).header('location', `/api/screenings/${screening.id}`).send(screening)
  })

  app.get('/screenings/:id', readScreening, async (request) => {
    const screening = await screenings.read(request.params.id, whoOf(request))
    return 'withheld' in screening ? screening : readings.whenRecorded(screening)
  })

  app.get('/patients/:id/screenings', readHistory, async (request) =>
    screenings.historyOf(request.params.id, whoOf(request)),
  )
}
