import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { TooManyWaiting } from './accounts/two-at-once.ts'
import { databaseFailure } from './database-failures.ts'
import { bareHeaders } from './headers.ts'
import { type ProblemKind, problemKinds } from './problem-kinds.ts'
import { problemMediaType, problemOf, Refused } from './problems.ts'
import { refusalTeller } from './refusal-told.ts'

const kindsByCode: Record<string, ProblemKind> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json-content',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_UNDER_PRESSURE: 'server-busy',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
}

/** What libraries refuse by status alone: too many requests, and a file that is not as the request wants it. */
const kindsByStatus: Record<number, ProblemKind> = {
  412: 'other-file-wanted',
  416: 'no-such-part',
  429: 'too-many-tries',
}

const busySeconds = 2

type Failure = Error & { code?: string; statusCode?: number }

const kindOf = (error: Failure): ProblemKind =>
  (error instanceof Refused && error.kind) ||
  (error instanceof TooManyWaiting && 'server-busy') ||
  kindsByCode[error.code ?? ''] ||
  kindsByStatus[error.statusCode ?? 0] ||
  databaseFailure(error) ||
  'server-failed'

const particularsOf = (refused: Refused | undefined) => ({
  ...(refused?.errors && { errors: refused.errors }),
  ...(refused?.erasedOn && { erasedOn: refused.erasedOn }),
})

/** Sends the problem that an error is, and logs it when the fault is the server's. */
function sendProblem(error: Failure, request: FastifyRequest, reply: FastifyReply) {
  const kind = kindOf(error)
  const { status } = problemKinds[kind]
  const refused = error instanceof Refused ? error : undefined
  const retryAfter = refused?.retryAfterSeconds ?? (status === 503 ? busySeconds : undefined)
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  if (status >= 500) request.log.error({ err: error, kind }, 'could not answer')
  return reply
    .code(status)
    .type(problemMediaType)
    .send(problemOf(kind, request.id, particularsOf(refused)))
}

/** Makes what answers a failed request with its problem. The log is told of a refusal first; when it cannot be, that is answered. */
export function answererOfFailures() {
  const tellRefusal = refusalTeller()
  return async (error: Failure, request: FastifyRequest, reply: FastifyReply) => {
    const answered = await tellRefusal(request, kindOf(error)).then(
      () => error,
      (failure: Failure) => failure,
    )
    return sendProblem(answered, request, reply)
  }
}

/** Answers a request whose address cannot be read, before any hook has run. */
export function answerUnreadable(error: Failure, request: FastifyRequest, reply: FastifyReply) {
  sendProblem(error, request, reply.headers(bareHeaders))
}

/** Answers, on the bare socket, what is not HTTP, too large or too slow. */
export function answerBrokenHttp(
  this: FastifyInstance,
  error: { code?: string },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const kind = kindsByCode[error.code ?? ''] ?? 'malformed-request'
  const { status } = problemKinds[kind]
  const requestId = randomUUID()
  this.log.info({ kind, status, code: error.code }, 'refused broken HTTP')
  const body = JSON.stringify(problemOf(kind, requestId))
  const headers = {
    ...bareHeaders,
    'content-type': problemMediaType,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`
  if (socket.writable) socket.write(head + body)
  socket.destroySoon()
}
