import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../src/contract.ts'
import { denyUndeclaredRoutes } from '../src/who.ts'
import {
  meetingFindings,
  newPatient,
  password,
  type RunningApp,
  recorded,
  registered,
  runningApp,
} from './running-app.ts'

type Cell = Record<Role | 'nobody', number>

const cell = (surgeon: number, navigator: number, admin: number, nobody: number): Cell => ({
  surgeon,
  navigator,
  admin,
  nobody,
})

const all = (status: number) => cell(status, status, status, 401)
const screening = (status: number) => cell(status, status, 403, 401)
const anyone = (status: number) => cell(status, status, status, status)

/** What each route answers each role and somebody who is signed out; a route that is not here fails. */
const cells: Record<string, Cell> = {
  'GET /api/health/live': anyone(200),
  'GET /api/health/ready': anyone(200),
  'POST /api/session': anyone(201),
  'GET /api/session': all(200),
  'DELETE /api/session': all(204),
  'POST /api/patients': screening(201),
  'POST /api/patients/search': all(200),
  'GET /api/patients/:id': all(200),
  'GET /api/patients/:id/screenings': all(200),
  'POST /api/evaluations': all(200),
  'POST /api/screenings': screening(201),
  'GET /api/screenings/:id': all(200),
  'PUT /api/patients/:id/draft': screening(200),
  'GET /api/patients/:id/draft': screening(200),
  'DELETE /api/patients/:id/draft': screening(204),
  'GET /api/ruleset': all(200),
  'GET /api/openapi.json': all(200),
  'GET /api/docs': all(200),
  'GET /api/docs/json': all(200),
  'GET /api/docs/yaml': all(200),
  'GET /api/docs/static/*': all(200),
  'GET /api/docs/static/index.html': all(302),
  'GET /api/docs/static/swagger-initializer.js': all(200),
}

const draft = { form: { painScore: '8' } }

let running: RunningApp
let patientId: string
let screeningId: string
const cookies: Partial<Record<Role | 'nobody', string>> = {}

beforeAll(async () => {
  running = await runningApp()
  const as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
  screeningId = (await recorded(running, as, patientId)).id
  for (const role of ['surgeon', 'navigator', 'admin'] as const) {
    cookies[role] = await running.signIn(role)
    await running.owner.draft.createMany({
      data: await running.owner.account
        .findMany({ where: { username: role } })
        .then((found) => found.map(({ id }) => ({ accountId: id, patientId, ...draft }))),
    })
  }
})
afterAll(() => running.close())

const bodyOf = (route: string): unknown =>
  ({
    'POST /api/session': { username: 'surgeon', password },
    'POST /api/patients': newPatient(),
    'POST /api/patients/search': { text: 'Quill' },
    'POST /api/evaluations': meetingFindings,
    'POST /api/screenings': { patientId, findings: meetingFindings },
    'PUT /api/patients/:id/draft': draft,
  })[route]

const addressOf = (url: string) =>
  url
    .replace(':id', url.startsWith('/api/screenings') ? screeningId : patientId)
    .replace('/static/*', '/static/swagger-ui.css')

const endsItsSession = (route: string) => / \/api\/session$/.test(route)

const answersTo = async (route: string, role: Role | 'nobody') => {
  const [method = '', url = ''] = route.split(' ')
  const own =
    role !== 'nobody' && endsItsSession(route) ? await running.signIn(role) : cookies[role]
  return running.send(method, addressOf(url), { as: own, body: bodyOf(route) })
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
