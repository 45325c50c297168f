import type { FastifyRequest } from 'fastify'
import type { NewEntry } from './audit/entry.ts'
import type { AuditAction } from './contract/audit-action.ts'
import { oncePerMinute } from './once-per-minute.ts'
import { type ProblemKind, problemKinds } from './problem-kinds.ts'
import { actorOf } from './who.ts'

const toldOfAPerson: readonly number[] = [401, 403, 404, 409, 410, 412, 422, 428, 429]
const toldOfNobody: readonly number[] = [401, 403, 429]

const actions: Partial<Record<ProblemKind, AuditAction>> = {
  'wrong-sign-in': 'sign-in-failed',
  'wrong-password': 'password-not-confirmed',
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The identifiers in an address; anything else in their place was typed. */
const identifiersIn = ({ params }: FastifyRequest) =>
  Object.fromEntries(Object.entries(Object(params)).filter(([, value]) => uuid.test(String(value))))

const operationOf = ({ method, routeOptions: { schema, url } }: FastifyRequest): string =>
  (schema as { operationId?: string } | undefined)?.operationId ?? `${method} ${url ?? 'none'}`

const usernameIn = ({ body }: FastifyRequest) => {
  const username: unknown = Reflect.get(Object(body), 'username')
  return typeof username === 'string' ? { username } : {}
}

/** Whether a person who is signed in is told something that is no answer. */
const isRefused = ({ routeOptions: { config } }: FastifyRequest, kind: ProblemKind): boolean =>
  toldOfAPerson.includes(problemKinds[kind].status) &&
  !(config.answersMissing && kind === 'not-found')

const entryOf = (request: FastifyRequest, kind: ProblemKind, operation: string): NewEntry => {
  const isSignIn = operation === 'signIn'
  const details = isSignIn ? usernameIn(request) : identifiersIn(request)
  return {
    action: isSignIn && kind === 'too-many-tries' ? 'sign-in-failed' : (actions[kind] ?? 'refusal'),
    on: { kind: 'operation', id: operation },
    outcome: 'refused',
    reason: kind,
    ...(Object.keys(details).length > 0 && { details }),
  }
}

/**
 * Makes what writes down that a request was refused: which operation and why, and of what was typed the name that
 * somebody signs in by alone, sealed. Whoever is not signed in could fill the log: of their refusals, but for wrong
 * passwords, which are limited already, one a minute is told for each address, name and operation.
 */
export function refusalTeller() {
  const isFirstInAMinute = oncePerMinute()
  const isToldOfNobody = (request: FastifyRequest, kind: ProblemKind, operation: string) => {
    if (!toldOfNobody.includes(problemKinds[kind].status)) return false
    if (operation === 'readSession') return false
    if (kind === 'wrong-sign-in') return true
    return isFirstInAMinute(JSON.stringify([request.ip, kind, operation, usernameIn(request)]))
  }
  return async (request: FastifyRequest, kind: ProblemKind): Promise<void> => {
    const operation = operationOf(request)
    const isTold = request.session?.who
      ? isRefused(request, kind)
      : isToldOfNobody(request, kind, operation)
    if (!isTold) return
    await request.server.audit.journal.note(actorOf(request), entryOf(request, kind, operation))
  }
}
