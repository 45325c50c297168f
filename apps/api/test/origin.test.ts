import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await runningApp()
})
afterAll(() => running.close())

const foreign: [string, Record<string, string>][] = [
  ['another origin', { origin: 'https://elsewhere.example' }],
  ['another port of the same host', { origin: 'http://localhost:8080' }],
  ['an origin that is kept secret', { origin: 'null' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
]

describe('a page of another site', () => {
  for (const [what, headers] of foreign) {
    it(`changes nothing at any route: ${what}`, async () => {
      const as = await running.signIn('surgeon')
      const changing = running.app.declaredRoutes.filter(({ method }) =>
        ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method),
      )
      expect(changing.length).toBeGreaterThan(7)
      for (const { method, url } of changing) {
        const answer = await running.send(method, url, { as, body: {}, headers })
        expect(`${method} ${url} ${answer.statusCode}`).toBe(`${method} ${url} 403`)
        expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:foreign-origin' })
      }
      const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
      const sent = await running.send('POST', '/api/session', { headers: form })
      expect([403, 415]).toContain(sent.statusCode)
    })
  }
})

describe('the own page', () => {
  const own: Record<string, string>[] = [
    { origin: 'http://localhost:80', host: 'localhost:80' },
    { origin: 'http://clinic.example:3000', host: 'clinic.example:3000' },
    { 'sec-fetch-site': 'same-origin' },
    {},
  ]
  for (const headers of own) {
    it(`signs in with ${JSON.stringify(headers)}`, async () => {
      const body = { username: 'surgeon', password: 'wrong' }
      const answer = await running.send('POST', '/api/session', { body, headers })
      expect(answer.statusCode).toBe(401)
    })
  }

  it('is known by the public address when one is set', async () => {
    const publicUrl = new URL('https://kyphoscreen.example')
    const https = await runningApp({ publicUrl })
    const statusFrom = async (origin: string) => {
      const body = { username: 'surgeon', password: 'wrong' }
      return (await https.send('POST', '/api/session', { body, headers: { origin } })).statusCode
    }
    expect(await statusFrom('https://kyphoscreen.example')).toBe(401)
    expect(await statusFrom('http://localhost:80')).toBe(403)
    await https.close()
  })
})
