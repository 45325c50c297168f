import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { quickHash } from './quick-hash.ts'
import { cookieOf, password, type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await runningApp()
})
afterAll(() => running.close())

const signIn = (username: string, word = password, as?: string) =>
  running.send('POST', '/api/session', { as, body: { username, password: word } })

const statusOf = async (as: string) =>
  (await running.send('GET', '/api/session', { as })).statusCode

describe('signing in', () => {
  it('tells who is signed in and until when', async () => {
    const answer = await signIn('surgeon')
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({
      username: 'surgeon',
      displayName: 'An invented surgeon',
      role: 'surgeon',
      blindFirst: false,
      idleUntil: '2026-11-21T09:15:00.000Z',
      endsAt: '2026-11-21T21:00:00.000Z',
    })
    const again = await running.send('GET', '/api/session', { as: cookieOf(answer) })
    expect(again.json()).toEqual(answer.json())
  })

  it('keeps the cookie from scripts and from other sites', async () => {
    const { headers } = await signIn('surgeon')
    expect(String(headers['set-cookie'])).toMatch(
      /^kyphoscreen=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  it('stores the identifier hashed alone', async () => {
    const id = cookieOf(await signIn('surgeon')).split('=')[1] ?? ''
    const stored = await running.owner.session.findMany()
    expect(stored.map(({ idHash }) => idHash)).toContain(
      createHash('sha256').update(id).digest('hex'),
    )
    expect(JSON.stringify(stored)).not.toContain(id)
  })

  it('gives a new identifier and ends the one before', async () => {
    const before = await running.signIn('surgeon')
    const after = cookieOf(await signIn('surgeon', password, before))
    expect(after).not.toBe(before)
    expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200])
  })

  it('takes no identifier that a browser chose', async () => {
    const chosen = `kyphoscreen=${'a'.repeat(32)}`
    expect(cookieOf(await signIn('surgeon', password, chosen))).not.toBe(chosen)
    expect(await statusOf(chosen)).toBe(401)
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const [wrong, unknown] = await Promise.all([signIn('admin', 'wrong'), signIn('nobody here')])
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect({ ...wrong.json(), requestId: '' }).toEqual({ ...unknown.json(), requestId: '' })
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })
})

describe('a session', () => {
  it('ends after fifteen minutes without activity', async () => {
    const as = await running.signIn('surgeon')
    running.clock.pass(14.9)
    expect(await statusOf(as)).toBe(200)
    running.clock.pass(14.9)
    expect(await statusOf(as)).toBe(200)
    running.clock.pass(15)
    expect(await statusOf(as)).toBe(401)
  })

  it('ends after twelve hours whatever its activity', async () => {
    const as = await running.signIn('surgeon')
    for (let quarter = 0; quarter < 71; quarter += 1) {
      running.clock.pass(10)
      expect(await statusOf(as)).toBe(200)
    }
    running.clock.pass(9.9)
    expect(await statusOf(as)).toBe(200)
    running.clock.pass(0.1)
    expect(await statusOf(as)).toBe(401)
  })

  it('is not revived when the clock is set back', async () => {
    const as = await running.signIn('surgeon')
    running.clock.pass(15)
    expect(await statusOf(as)).toBe(401)
    running.clock.pass(-10)
    expect(await statusOf(as)).toBe(401)
  })

  it('ends at once by signing out, also for requests under way', async () => {
    const as = await running.signIn('surgeon')
    const [left] = await Promise.all([
      running.send('DELETE', '/api/session', { as }),
      ...Array.from({ length: 8 }, () => statusOf(as)),
    ])
    expect(left.statusCode).toBe(204)
    expect(String(left.headers['set-cookie'])).toMatch(/^kyphoscreen=; .*Expires=Thu, 01 Jan 1970/)
    expect(await statusOf(as)).toBe(401)
  })

  it('leaves the other sessions of the account alone when one ends', async () => {
    const [one, other] = [await running.signIn('surgeon'), await running.signIn('surgeon')]
    await running.send('DELETE', '/api/session', { as: one })
    expect(await statusOf(other)).toBe(200)
  })
})

describe('a session whose account changes', () => {
  const account = { where: { username: 'navigator' } }
  afterEach(async () => {
    const passwordHash = quickHash(password)
    const before = { disabledAt: null, role: 'navigator' as const, passwordHash }
    await running.owner.account.update({ ...account, data: before })
  })

  it('ends at once when the account is disabled, and none can be opened', async () => {
    const as = await running.signIn('navigator')
    await running.owner.account.update({ ...account, data: { disabledAt: running.clock.now() } })
    expect(await statusOf(as)).toBe(401)
    expect((await signIn('navigator')).statusCode).toBe(401)
  })

  it('ends at once when its role changes', async () => {
    const as = await running.signIn('navigator')
    await running.owner.account.update({ ...account, data: { role: 'admin' } })
    expect(await statusOf(as)).toBe(401)
  })

  it('ends at once when its password changes', async () => {
    const as = await running.signIn('navigator')
    const passwordHash = quickHash('another password altogether')
    await running.owner.account.update({ ...account, data: { passwordHash } })
    expect(await statusOf(as)).toBe(401)
  })
})

describe('behind https', () => {
  it('ties the cookie to the host and to https', async () => {
    const https = await runningApp({ publicUrl: new URL('https://kyphoscreen.example') })
    const answer = await https.send('POST', '/api/session', {
      body: { username: 'surgeon', password },
    })
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-kyphoscreen=[\w-]{32}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const as = cookieOf(answer)
    expect((await https.send('GET', '/api/session', { as })).statusCode).toBe(200)
    const left = await https.send('DELETE', '/api/session', { as })
    expect(String(left.headers['set-cookie'])).toMatch(/^__Host-kyphoscreen=; .*Secure/)
    await https.close()
  })
})
