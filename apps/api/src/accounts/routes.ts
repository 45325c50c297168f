import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { SignedIn, SignIn } from '../contract.ts'
import { problems, Refused } from '../problems.ts'
import { actorOf, everyRole, type Who, whoOf } from '../who.ts'
import { openSession, sessionCookie, sessionCookieName } from './sessions.ts'
import type { AccountStore } from './store.ts'
import type { SignInThrottle } from './throttle.ts'

type Options = {
  accounts: AccountStore
  throttle: SignInThrottle
  secure: boolean
  worksBlind: (who: Who) => Promise<boolean>
}

const signIn = {
  schema: {
    operationId: 'signIn',
    body: SignIn,
    response: { 201: SignedIn, ...problems(401, 403, 413, 415, 422, 429, 503) },
  },
  config: {
    allow: 'anyone',
    tells: 'its act',
    rateLimit: { max: 300, timeWindow: '15 minutes' },
  },
} as const

const readSession = {
  schema: { operationId: 'readSession', response: { 200: SignedIn, ...problems(401, 503) } },
  config: { allow: everyRole, tells: 'nothing' },
} as const

const signOut = {
  schema: { operationId: 'signOut', response: { 204: z.null(), ...problems(401, 403, 503) } },
  config: { allow: everyRole, tells: 'its act' },
} as const

/** Signing in, asking who is signed in (which counts as activity), and signing out. */
export const accountRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { accounts, throttle, secure, worksBlind },
) => {
  const signedInOf = async (who: Who): Promise<SignedIn> => {
    const { username, displayName, role, idleUntil, endsAt } = who
    const until = { idleUntil: idleUntil.toISOString(), endsAt: endsAt.toISOString() }
    return { username, displayName, role, blindFirst: await worksBlind(who), ...until }
  }

  app.post('/session', signIn, async (request, reply) => {
    const { username, password } = request.body
    const who = await throttle.counted(username, request.ip, () =>
      accounts.withPassword(username, password),
    )
    if (!who) throw new Refused('wrong-sign-in')
    await openSession(request, who, secure)
    return reply.code(201).send(await signedInOf(who))
  })

  app.get('/session', readSession, async (request) => signedInOf(whoOf(request)))

  app.delete('/session', signOut, async (request, reply) => {
    await accounts.end(request.session.sessionId, actorOf(request))
    await request.session.destroy()
    reply.clearCookie(sessionCookieName(secure), sessionCookie(secure))
    return reply.code(204).send(null)
  })
}
