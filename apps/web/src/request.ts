import { Problem } from '@kyphoscreen/api/contract'
import type { z } from 'zod'

/** Why a request has no answer to show. */
export type Failure =
  | { kind: 'unreachable' }
  | { kind: 'too-slow' }
  | { kind: 'unreadable' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; problem: Problem; retryAfterSeconds: number | undefined }

/** A request that has no answer; `failure` says why. */
export class RequestFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}

type Listener = () => void
const listeners = { signedOut: new Set<Listener>(), answered: new Set<Listener>() }

/** Calls a listener whenever the server says nobody is signed in, or whenever it has answered somebody who is. */
export function onServer(event: keyof typeof listeners, listener: Listener): () => void {
  listeners[event].add(listener)
  return () => listeners[event].delete(listener)
}

/**
 * What is sent; a creating request carries a key, so that a retry creates nothing twice.
 * `reads` marks a POST that stores nothing; `version` is the one that a change was made from;
 * `watches` marks what the page asks by itself, which is no activity of a person.
 */
export type Sent = {
  body?: unknown
  key?: string
  keepalive?: boolean
  reads?: boolean
  version?: number
  watches?: boolean
}

let serverAheadMs = 0

/** Gives the server’s time, as far as its last reply tells. */
export const serverNow = (): number => Date.now() + serverAheadMs

const longestWaitMs = 20_000
const beforeAnotherTryMs = [400, 1_100]

async function reach(
  method: string,
  path: string,
  { body, key, keepalive, version }: Sent,
  waitMs = longestWaitMs,
) {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (key !== undefined) headers.set('idempotency-key', key)
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(waitMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(keepalive === undefined ? {} : { keepalive }),
    })
  } catch (error) {
    const tooSlow = error instanceof DOMException && error.name === 'TimeoutError'
    throw new RequestFailed({ kind: tooSlow ? 'too-slow' : 'unreachable' })
  }
}

const json = (response: Response): Promise<unknown> => response.json().catch(() => undefined)

async function refusalOf(response: Response): Promise<Failure> {
  const read = Problem.safeParse(await json(response))
  if (!read.success) return { kind: response.status >= 502 ? 'unreachable' : 'unreadable' }
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    kind: 'refused',
    problem: read.data,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
  }
}

/** Reads a reply by its schema; throws a `RequestFailed` for a refusal, and for what the schema does not read. */
export async function readReply<T>(
  response: Response,
  reply: z.ZodType<T>,
  { watches = false }: Sent = {},
): Promise<T> {
  const told = Date.parse(response.headers.get('date') ?? '')
  if (Number.isFinite(told)) serverAheadMs = told - Date.now()
  if (response.status === 401) {
    for (const listener of listeners.signedOut) listener()
    throw new RequestFailed({ kind: 'signed-out' })
  }
  if (!response.ok) throw new RequestFailed(await refusalOf(response))
  const read = reply.safeParse(response.status === 204 ? undefined : await json(response))
  if (!read.success) throw new RequestFailed({ kind: 'unreadable' })
  if (!watches) for (const listener of listeners.answered) listener()
  return read.data
}

const once = async <T>(method: string, path: string, reply: z.ZodType<T>, sent: Sent): Promise<T> =>
  readReply(await reach(method, path, sent), reply, sent)

/** True for a failure that another try may get past: the server is gone for the moment. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof RequestFailed)) return false
  const { failure } = error
  return (
    failure.kind === 'unreachable' ||
    (failure.kind === 'refused' && [502, 503, 504].includes(failure.problem.status))
  )
}

/**
 * Sends a request and gives the reply as the schema reads it; throws a `RequestFailed` otherwise.
 * A reply the schema does not read is a failure, never an empty answer. A read that the server
 * cannot be reached for is tried twice more within two seconds; a write is sent once.
 */
export async function request<T>(
  method: string,
  path: string,
  reply: z.ZodType<T>,
  sent: Sent = {},
): Promise<T> {
  const pauses = method === 'GET' || sent.reads ? beforeAnotherTryMs : []
  for (const pauseMs of pauses) {
    try {
      return await once(method, path, reply, sent)
    } catch (error) {
      if (!mayPass(error)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return once(method, path, reply, sent)
}

const longestFileWaitMs = 300_000

/** Asks for a file, by POST when there is something to say; throws a `RequestFailed` when it does not come whole. */
export async function requestFile(path: string, body?: unknown): Promise<Blob> {
  const method = body === undefined ? 'GET' : 'POST'
  const response = await reach(method, path, { body }, longestFileWaitMs)
  if (response.status === 401) {
    for (const listener of listeners.signedOut) listener()
    throw new RequestFailed({ kind: 'signed-out' })
  }
  if (!response.ok) throw new RequestFailed(await refusalOf(response))
  try {
    return await response.blob()
  } catch {
    throw new RequestFailed({ kind: 'unreachable' })
  }
}
