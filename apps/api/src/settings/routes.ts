import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { ClinicSettings, NewClinicSettings } from '../contract.ts'
import { problems } from '../problems.ts'
import { actorOf, everyRole, whoOf } from '../who.ts'
import type { SettingsStore } from './store.ts'

const readSettings = {
  schema: {
    operationId: 'readSettings',
    response: { 200: ClinicSettings, ...problems(401, 503) },
  },
  config: { allow: everyRole, tells: 'nothing' },
} as const

const changeSettings = {
  schema: {
    operationId: 'changeSettings',
    body: NewClinicSettings,
    response: { 200: ClinicSettings, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow: ['admin'], tells: 'its act' },
} as const

/** Reading how the clinic has chosen to work, and changing it. */
export const settingsRoutes: FastifyPluginAsyncZod<{ settings: SettingsStore }> = async (
  app,
  { settings },
) => {
  app.get('/settings', readSettings, async () => settings.read())

  app.put('/settings', changeSettings, async (request) =>
    settings.change(request.body, actorOf(request), whoOf(request).accountId),
  )
}
