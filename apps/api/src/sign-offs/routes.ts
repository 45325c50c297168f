import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { ruleset } from '@kyphoscreen/rules'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  NewSignOff,
  NewWithdrawal,
  RulesetInForce,
  readingOf,
  SignOff,
  SignOffs,
  signOffOf,
} from '../contract.ts'
import { retryOf } from '../idempotency/key.ts'
import { problems } from '../problems.ts'
import { actorOf, everyRole, whoOf } from '../who.ts'
import type { SignOffStore } from './store.ts'

type Options = {
  signOffs: SignOffStore
  /** Refuses a request whose password is not the one of whoever is signed in. */
  confirm: (request: FastifyRequest, password: string) => Promise<void>
}

const readRuleset = {
  schema: {
    operationId: 'readRuleset',
    response: { 200: RulesetInForce, ...problems(401, 503) },
  },
  config: { allow: everyRole, tells: 'nothing' },
} as const

const readSignOffs = {
  schema: { operationId: 'readSignOffs', response: { 200: SignOffs, ...problems(401, 503) } },
  config: { allow: everyRole, tells: 'nothing' },
} as const

const signOffRules = {
  schema: {
    operationId: 'signOffRules',
    body: NewSignOff,
    response: { 201: SignOff, ...problems(401, 403, 409, 413, 415, 422, 429, 503) },
  },
  config: { allow: ['surgeon'], tells: 'its act' },
} as const

const withdrawSignOff = {
  schema: {
    operationId: 'withdrawSignOff',
    params: z.strictObject({ id: z.uuid() }),
    body: NewWithdrawal,
    response: { 201: SignOff, ...problems(401, 403, 404, 409, 413, 415, 422, 429, 503) },
  },
  config: { allow: ['surgeon', 'admin'], tells: 'its act' },
} as const

/** The rules in force described, who has signed off which version, signing off and withdrawing that, both confirmed by password. */
export const signOffRoutes: FastifyPluginAsyncZod<Options> = async (app, { signOffs, confirm }) => {
  const askingWithout = (request: FastifyRequest, asked: unknown) => ({
    by: actorOf(request),
    accountId: whoOf(request).accountId,
    retry: retryOf(request, asked),
  })

  app.get('/ruleset', readRuleset, async () => {
    const { inForce, signOffs: made } = await signOffs.read()
    const standing = signOffOf(made, inForce)
    return { ...ruleset, signedOff: standing ?? null, reading: readingOf(standing) }
  })

  app.get('/ruleset/sign-offs', readSignOffs, async () => signOffs.read())

  app.post('/ruleset/sign-offs', signOffRules, async (request, reply) => {
    const { password, ...signOff } = request.body
    await confirm(request, password)
    const signed = await signOffs.sign(signOff, askingWithout(request, signOff))
    return reply.code(201).send(signed)
  })

  app.post('/ruleset/sign-offs/:id/withdrawal', withdrawSignOff, async (request, reply) => {
    const { password, reason } = request.body
    await confirm(request, password)
    const asked = { signOffId: request.params.id, reason }
    const withdrawn = await signOffs.withdraw(asked, askingWithout(request, { reason }))
    return reply.code(201).send(withdrawn)
  })
}
