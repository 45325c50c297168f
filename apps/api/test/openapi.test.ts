import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

type Operation = {
  operationId: string
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
type Described = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

let running: RunningApp
let described: Described
beforeAll(async () => {
  running = await runningApp()
  const as = await running.signIn('surgeon')
  described = (await running.send('GET', '/api/openapi.json', { as })).json()
})
afterAll(() => running.close())

const operations = () =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the OpenAPI description', () => {
  it('lists every route of the API and no other', () => {
    const declared = running.app.declaredRoutes
      .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/api/docs'))
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
    const listed = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(listed.sort()).toEqual(declared.sort())
  })

  it('names each operation once', () => {
    const names = operations().map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it('says that problems are problem+json', () => {
    const kinds = operations().flatMap(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => Number(status) >= 400 && operation.operationId !== 'isReady')
        .flatMap(([, reply]) => Object.keys(reply.content ?? {})),
    )
    expect(new Set(kinds)).toEqual(new Set(['application/problem+json']))
  })

  it('refers to the schemas of the contract by name', () => {
    expect(Object.keys(described.components.schemas)).toEqual(
      expect.arrayContaining(['Problem', 'Screening', 'ScreeningResult', 'Patient']),
    )
    const text = JSON.stringify(described)
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(described.components.schemas).toHaveProperty(String(name))
  })
})

describe('the page that shows the description', () => {
  it('leads to its front, and gives back nothing that stood in the address', async () => {
    const as = await running.signIn('surgeon')
    for (const query of ['', '?name=Quill']) {
      const url = `/api/docs/static/index.html${query}`
      const { statusCode, headers } = await running.send('GET', url, { as })
      expect([statusCode, headers['location']]).toEqual([302, '/api/docs/'])
    }
  })
})
