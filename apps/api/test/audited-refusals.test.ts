import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../src/contract.ts'
import { plan } from './a-decision.ts'
import { cells } from './access-cells.ts'
import { type Known, prepare, requestOf } from './access-requests.ts'
import { entriesAfter, lastEntry, toldBy } from './audited.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let known: Known
let cookies: Record<Role, string>
beforeAll(async () => {
  running = await runningApp()
  const [surgeon, navigator, admin] = [
    await running.signIn('surgeon'),
    await running.signIn('navigator'),
    await running.signIn('admin'),
  ]
  cookies = { surgeon, navigator, admin }
  known = await prepare(running, surgeon)
})
afterAll(() => running.close())

const refusedTo = (who: Role | 'nobody', status: number) =>
  Object.keys(cells).filter((route) => cells[route]?.[who] === status)

const operationOf = (route: string) => {
  const declared = running.app.declaredRoutes.find(
    ({ method, url }) => `${method} ${url}` === route,
  )
  const { operationId } = { operationId: undefined, ...declared?.schema }
  return operationId ?? route
}

/** Asks routes that refuse; gives the operations, and what the log was told. */
const refused = async (routes: string[], as?: string) => {
  const told = await toldBy(running, async () => {
    for (const route of routes) {
      const asking = { maker: '', known, refused: true }
      const { method, url, body, headers } = await requestOf(running, route, asking)
      await running.send(method, url, { as, body, headers })
    }
  })
  const refusals = told.filter(({ event }) => event.outcome === 'refused')
  return refusals.map(({ event: { action, reason, who, on, requestId, address } }) => {
    const named = `${address} ${requestId?.length}`
    return [action, reason, who?.role ?? 'nobody', on?.id, named]
  })
}

describe('A refusal', () => {
  it('is told of every route that refuses whoever is not signed in, but of asking who is', async () => {
    const routes = refusedTo('nobody', 401)
    const expected = routes
      .filter((route) => route !== 'GET /api/session')
      .map((route) => ['refusal', 'signed-out', 'nobody', operationOf(route), '127.0.0.1 36'])
    expect(await refused(routes)).toEqual(expected)
  })

  it.each(['surgeon', 'navigator', 'admin'] as const)(
    'is told of every route whose role is not that of a %s',
    async (role) => {
      const routes = refusedTo(role, 403)
      const expected = routes.map((route) => [
        ...['refusal', 'not-your-role', role, operationOf(route), '127.0.0.1 36'],
      ])
      expect(await refused(routes, cookies[role])).toEqual(expected)
    },
  )

  it('is told once a minute of whoever is not signed in, and each time of whoever is', async () => {
    const before = await lastEntry(running)
    for (let time = 0; time < 3; time += 1) {
      await running.send('GET', '/api/people', { headers: { origin: 'https://elsewhere.example' } })
      await running.send('DELETE', '/api/session', {
        as: cookies.admin,
        headers: { origin: 'https://elsewhere.example' },
      })
      await running.send('PUT', '/api/settings', { as: cookies.surgeon, body: {} })
    }
    const told = await entriesAfter(running, before)
    expect(told.map(({ event: { reason, on } }) => `${reason} ${on?.id}`)).toEqual([
      'foreign-origin signOut',
      'not-your-role changeSettings',
      'not-your-role changeSettings',
      'not-your-role changeSettings',
    ])
  })

  it('names what was asked for by its identifier, sealed, and nothing that was typed', async () => {
    const nowhere = '0199a0a0-0000-7000-8000-000000000000'
    const [told, typed] = await toldBy(running, async () => {
      await running.send('GET', `/api/patients/${nowhere}`, { as: cookies.surgeon })
      await running.send('GET', '/api/patients/Quillfeather', { as: cookies.surgeon })
    })
    expect(told?.event).toMatchObject({ action: 'refusal', reason: 'not-found', patientId: null })
    expect(told?.details).toEqual({ id: nowhere })
    expect(typed?.event).toMatchObject({ action: 'refusal', reason: 'not-found', sealed: null })
  })

  it('is told of a decision whose password is wrong as that', async () => {
    const url = `/api/screenings/${known.screeningId}/decisions`
    const body = { ...plan, password: 'not the password' }
    const told = await toldBy(running, () =>
      running.send('POST', url, { as: cookies.surgeon, body }),
    )
    expect(told.map(({ event: { action, reason } }) => [action, reason])).toEqual([
      ['password-not-confirmed', 'wrong-password'],
    ])
    expect(told[0]?.details).toEqual({ id: known.screeningId })
  })

  it('is none where a draft is asked for and there is none', async () => {
    const url = `/api/patients/${known.patientId}/draft`
    await running.send('DELETE', url, { as: cookies.surgeon })
    const told = await toldBy(running, () => running.send('GET', url, { as: cookies.surgeon }))
    expect(told).toEqual([])
  })
})
