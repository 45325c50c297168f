import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import type { Actor } from './audit/entry.ts'
import type { Role } from './contract.ts'
import { Refused } from './problems.ts'
import type { Tells } from './tells.ts'

/** The account a request acts for, and until when it is signed in without activity and at most. */
export type Who = {
  accountId: string
  username: string
  displayName: string
  role: Role
  idleUntil: Date
  endsAt: Date
}

/** Whom a route answers: the roles it names, or anyone, signed in or not. */
export type Allow = 'anyone' | readonly Role[]

/** A route as it was registered: its method, its address, whom it answers, what it tells the log and how it is described. */
export type DeclaredRoute = {
  method: string
  url: string
  allow: Allow
  tells: Tells
  schema: FastifySchema | undefined
}

declare module 'fastify' {
  interface FastifyInstance {
    declaredRoutes: DeclaredRoute[]
  }
  interface FastifyContextConfig {
    allow?: Allow
    /** A route that only watches: asking it is no activity, so that it keeps nobody signed in. */
    watches?: boolean
    /** A route whose "there is none" is an answer and no refusal. */
    answersMissing?: boolean
  }
  interface Session {
    who?: Who
    storedUntil?: Date
  }
}

export const everyRole = ['surgeon', 'navigator', 'admin'] as const satisfies Allow
export const screeningRoles = ['surgeon', 'navigator'] as const satisfies Allow
export const importRoles = ['navigator', 'admin'] as const satisfies Allow

/** Gives the account that is signed in, and refuses when nobody is. */
export function whoOf({ session }: FastifyRequest): Who {
  if (!session?.who) throw new Refused('signed-out')
  return session.who
}

/** Gives who acts, as the log tells it: the account that is signed in, the address and the request. */
export function actorOf({ session, ip, id }: FastifyRequest): Actor {
  const who = session?.who
  return {
    who: who ? { accountId: who.accountId, username: who.username, role: who.role } : null,
    address: ip ?? null,
    requestId: id,
  }
}

/** Lets a request through to its route only when the route allows the account that is signed in. */
export async function guard(request: FastifyRequest): Promise<void> {
  const { allow } = request.routeOptions.config
  if (allow === 'anyone') return
  if (!allow?.includes(whoOf(request).role)) throw new Refused('not-your-role')
}

/** Refuses to register a route that does not declare whom it allows and what it tells the log; a library's pages, which tell nothing, are declared here by prefix. */
export function denyUndeclaredRoutes(
  app: FastifyInstance,
  libraryPages: Record<string, Allow>,
): void {
  app.decorate('declaredRoutes', [])
  app.addHook('onRoute', (route) => {
    const page = Object.keys(libraryPages).find((prefix) => route.url.startsWith(prefix))
    const allow = route.config?.allow ?? (page === undefined ? undefined : libraryPages[page])
    if (allow === undefined) throw new Error(`${route.url} does not declare whom it allows`)
    const tells = route.config?.tells ?? (page === undefined ? undefined : 'nothing')
    if (tells === undefined) throw new Error(`${route.url} does not declare what it tells the log`)
    route.config = { ...route.config, allow, tells }
    const { url, schema } = route
    for (const method of [route.method].flat()) {
      app.declaredRoutes.push({ method, url, allow, tells, schema })
    }
  })
}
