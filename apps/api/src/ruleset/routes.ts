import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { ruleset } from '@kyphoscreen/rules'
import { Ruleset } from '../contract.ts'
import { problems } from '../problems.ts'
import { everyRole } from '../who.ts'

/** The rules in force, described. */
export const rulesetRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/ruleset',
    {
      schema: { operationId: 'readRuleset', response: { 200: Ruleset, ...problems(401, 503) } },
      config: { allow: everyRole, tells: 'nothing' },
    },
    async () => ruleset,
  )
}
