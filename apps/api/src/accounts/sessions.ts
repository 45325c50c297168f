import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest, Session } from 'fastify'
import { actorOf, type Who } from '../who.ts'
import type { Opening } from './session-store.ts'
import type { AccountStore } from './store.ts'

/** The name of the cookie; the prefix makes browsers keep it to this host and to https. */
export const sessionCookieName = (secure: boolean): string =>
  secure ? '__Host-kyphoscreen' : 'kyphoscreen'

/** How the session's cookie is set and cleared. */
export const sessionCookie = (secure: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure }) as const

declare module 'fastify' {
  interface Session {
    opening?: Opening
  }
}

type Callback = (error: unknown, session?: Session | null) => void

const answering = <Given>(
  callback: Callback,
  answer: Promise<Given>,
  told: (given: Given) => Session | null = () => null,
) =>
  void answer.then(
    (given) => callback(null, told(given)),
    (error: unknown) => callback(error),
  )

/** The identifier is 192 random bits looked up by its hash: a signature would add a secret and no safety. */
const unsigned = {
  sign: (id: string) => id,
  unsign: (id: string) => ({ valid: true, renew: false, value: id }),
}

/** Only signing in stores a session, and only the store itself ends one, for each is told to the log with who did it. */
const storeFor = (accounts: AccountStore) => ({
  get: (id: string, callback: Callback) =>
    answering(callback, accounts.resume(id), (resumed) => resumed && (resumed as Session)),
  set: (id: string, { who, opening }: Session, callback: Callback) =>
    answering(callback, who && opening ? accounts.open(id, who, opening) : Promise.resolve()),
  destroy: (_: string, callback: Callback) => callback(null),
})

/** Opens a session under a new identifier and ends the one the request came with, whose cookie is replaced; when it cannot be opened, that one stays. */
export async function openSession(
  request: FastifyRequest,
  who: Who,
  secure: boolean,
): Promise<void> {
  const replaces = request.session.who && request.session.sessionId
  await request.session.regenerate()
  request.session.who = who
  request.session.opening = { by: actorOf(request), replaces }
  await request.session.save().catch(async (error: unknown) => {
    await request.session.destroy()
    throw error
  })
  delete request.cookies[sessionCookieName(secure)]
}

/** Gives each request the session its cookie names; a session is stored by signing in alone. */
export async function registerSessions(
  app: FastifyInstance,
  { accounts, secure }: { accounts: AccountStore; secure: boolean },
): Promise<void> {
  await app.register(cookie)
  await app.register(session, {
    store: storeFor(accounts),
    secret: unsigned,
    cookieName: sessionCookieName(secure),
    cookie: sessionCookie(secure),
    saveUninitialized: false,
    rolling: false,
  })
  app.addHook('onRequest', async ({ session: { sessionId, who, storedUntil }, routeOptions }) => {
    if (who === undefined || storedUntil === undefined || routeOptions.config.watches) return
    await accounts.extend(sessionId, who, storedUntil)
  })
}
