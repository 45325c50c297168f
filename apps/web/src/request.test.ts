import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { RequestFailed, request } from './request.ts'

const reply = z.object({ said: z.string() })
const theirFetch = globalThis.fetch

let server: Server
const answersAt = new Map<string, RequestListener[]>()

const says: RequestListener = (_, response) => {
  response.setHeader('content-type', 'application/json').end('{"said":"here"}')
}
const hangsUp: RequestListener = (incoming) => void incoming.socket.destroy()
const answersHalf: RequestListener = (_, response) => void response.end('{"said":')
const refuses =
  (status: number): RequestListener =>
  (_, response) => {
    const problem = { type: 'about:blank', title: 'No', status, detail: 'No.', requestId: 'an-id' }
    response
      .writeHead(status, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify(problem))
  }

/** Gives a path where the server first answers like this, and how many of the answers are left. */
const pathWith = (...answers: RequestListener[]) => {
  const path = `/${answersAt.size}`
  answersAt.set(`/api${path}`, answers)
  return { path, left: () => answers.length }
}

beforeAll(async () => {
  server = createServer((incoming, response) => {
    const answer = answersAt.get(incoming.url ?? '')?.shift() ?? refuses(404)
    answer(incoming, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  globalThis.fetch = (path, init) => theirFetch(`http://127.0.0.1:${port}${path}`, init)
})

afterAll(() => {
  globalThis.fetch = theirFetch
  server.close()
  server.closeAllConnections()
})

const failureOf = (sent: Promise<unknown>) =>
  sent.then(
    () => 'none',
    (error: unknown) => (error instanceof RequestFailed ? error.failure.kind : error),
  )

describe.concurrent('a read', () => {
  it('is tried again when the connection broke once', async () => {
    const { path } = pathWith(hangsUp, says)
    expect(await request('GET', path, reply)).toEqual({ said: 'here' })
  })

  it('is tried again when the connection broke twice', async () => {
    const { path } = pathWith(hangsUp, hangsUp, says)
    expect(await request('GET', path, reply)).toEqual({ said: 'here' })
  })

  it('fails when the connection broke three times', async () => {
    const { path, left } = pathWith(hangsUp, hangsUp, hangsUp, says)
    expect(await failureOf(request('GET', path, reply))).toBe('unreachable')
    expect(left()).toBe(1)
  })

  it('is tried again when the server is starting', async () => {
    const { path } = pathWith(refuses(503), says)
    expect(await request('GET', path, reply)).toEqual({ said: 'here' })
  })

  it('is tried again when it is a search by POST', async () => {
    const { path } = pathWith(hangsUp, says)
    const found = request('POST', path, reply, { body: {}, reads: true })
    expect(await found).toEqual({ said: 'here' })
  })

  it.each([404, 422, 429, 500])('that is answered %i is not tried again', async (status) => {
    const { path, left } = pathWith(refuses(status), says)
    expect(await failureOf(request('GET', path, reply))).toBe('refused')
    expect(left()).toBe(1)
  })

  it('with a reply that cannot be read is not tried again', async () => {
    const { path, left } = pathWith(answersHalf, says)
    expect(await failureOf(request('GET', path, reply))).toBe('unreadable')
    expect(left()).toBe(1)
  })
})

describe.concurrent('a write', () => {
  it.each(['POST', 'PUT', 'DELETE'])('by %s is sent once', async (method) => {
    const { path, left } = pathWith(hangsUp, says)
    expect(await failureOf(request(method, path, reply, { body: {} }))).toBe('unreachable')
    expect(left()).toBe(1)
  })
})
