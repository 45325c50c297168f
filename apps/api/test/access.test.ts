import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../src/contract.ts'
import { denyUndeclaredRoutes } from '../src/who.ts'
import { cells } from './access-cells.ts'
import { type Known, prepare, requestOf } from './access-requests.ts'
import { openedStream } from './opened-stream.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let maker: string
let known: Known
const cookies: Partial<Record<Role | 'nobody', string>> = {}

beforeAll(async () => {
  running = await runningApp()
  maker = await running.signIn('surgeon')
  known = await prepare(running, maker)
  for (const role of ['surgeon', 'navigator', 'admin'] as const) {
    cookies[role] = await running.signIn(role)
  }
})
afterAll(() => running.close())

const endsItsSession = (route: string) => / \/api\/session$/.test(route)

const answersTo = async (route: string, role: Role | 'nobody') => {
  const refused = (cells[route]?.[role] ?? 0) >= 400
  const { method, url, body, headers } = await requestOf(running, route, { maker, known, refused })
  const own =
    role !== 'nobody' && endsItsSession(route) ? await running.signIn(role) : cookies[role]
  if (method === 'GET' && url === '/api/referrals/events' && own !== undefined) {
    const stream = await openedStream(running, own)
    stream.leave()
    return stream
  }
  return running.send(method, url, { as: own, body, headers })
}
describe('every route', () => {
  it('is in the table of cells, and the table holds no other', () => {
    const declared = running.app.declaredRoutes
      .filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
      .map(({ method, url }) => `${method} ${url}`)
    expect(new Set(declared)).toEqual(new Set(Object.keys(cells)))
  })

  it('says its operation and a schema for each reply, unless it is a page of a library', () => {
    const lacking = running.app.declaredRoutes
      .filter(({ url }) => !url.startsWith('/api/docs'))
      .filter(({ schema }) => {
        const { operationId } = { operationId: '', ...schema }
        return operationId === '' || Object.keys(schema?.response ?? {}).length === 0
      })
    expect(lacking).toEqual([])
  })

  for (const role of ['nobody', 'admin', 'navigator', 'surgeon'] as const) {
    for (const [route, expected] of Object.entries(cells)) {
      it(`answers ${expected[role]} to ${role} at ${route}`, async () => {
        const answer = await answersTo(route, role)
        expect(answer.statusCode).toBe(expected[role])
        if (answer.statusCode >= 400) {
          expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
        }
      })
    }
  }
})

describe('a route that does not say whom it allows', () => {
  it('is refused when it is registered', () => {
    const app = fastify()
    denyUndeclaredRoutes(app, {})
    expect(() => app.get('/undeclared', async () => 'open')).toThrow('does not declare')
  })
})
