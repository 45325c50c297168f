import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Prisma } from '../generated/prisma/client.ts'
import { changeAccounts } from '../src/accounts/change.ts'
import { type Entry, toldBy } from './audited.ts'
import { quickHash } from './quick-hash.ts'
import { password, type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
})
beforeEach(async () => {
  as = await running.signIn('surgeon')
})
afterAll(() => running.close())

const signIn = (username: string, typed: string, cookie?: string) =>
  running.send('POST', '/api/session', { as: cookie, body: { username, password: typed } })

const inShort = ({ event: { action, reason, who } }: Entry) => [
  ...[action, reason, who?.username ?? null],
]

const whoIs = () => running.send('GET', '/api/session', { as })

describe('Signing in', () => {
  it('that fails is told with the name that was typed, sealed, and never with the password', async () => {
    const [told, ...more] = await toldBy(running, () => signIn('a typed name', 'a typed password'))
    expect(more).toEqual([])
    expect(told?.event).toMatchObject({
      ...{ action: 'sign-in-failed', outcome: 'refused', reason: 'wrong-sign-in', who: null },
      address: '127.0.0.1',
    })
    expect(told?.text).not.toContain('typed')
    expect(told?.details).toEqual({ username: 'a typed name' })
  })

  it('that is throttled is told once a minute for each name', async () => {
    const told = await toldBy(running, async () => {
      for (let time = 0; time < 13; time += 1) await signIn('admin', 'not the password')
    })
    expect(told.map(({ event }) => [event.action, event.reason])).toEqual([
      ...Array(10).fill(['sign-in-failed', 'wrong-sign-in']),
      ['sign-in-failed', 'too-many-tries'],
    ])
  })

  it('in place of another ends that one, and both are told', async () => {
    const told = await toldBy(running, () => signIn('navigator', password, as))
    expect(told.map(inShort)).toEqual([
      ['session-ended', 'replaced', 'surgeon'],
      ['sign-in', null, 'navigator'],
    ])
  })
})

describe('A session', () => {
  it('is told by the same name when it begins and when it is signed out of', async () => {
    const [begun, ended, ...more] = await toldBy(running, async () => {
      const own = await running.signIn('surgeon')
      await running.send('DELETE', '/api/session', { as: own })
    })
    expect(more).toEqual([])
    expect(ended?.event).toMatchObject({ action: 'sign-out', who: { username: 'surgeon' } })
    expect(ended?.event.on).toEqual(begun?.event.on)
  })

  it('that times out is told once, whoever finds it out', async () => {
    running.clock.pass(16)
    const told = await toldBy(running, () => Promise.all([whoIs(), whoIs(), whoIs()]))
    const idle = told.filter(({ event }) => event.reason === 'idle')
    expect(told).toEqual(idle)
    expect(new Set(idle.map(({ event }) => event.on?.id)).size).toBe(idle.length)
    expect((await toldBy(running, whoIs)).length).toBe(0)
  })

  it('that timed out unseen is told when somebody signs in', async () => {
    running.clock.pass(16)
    const told = await toldBy(running, () => running.signIn('navigator'))
    expect(told.map(inShort)).toContainEqual(['session-ended', 'idle', 'surgeon'])
    expect(told.at(-1)?.event.action).toBe('sign-in')
  })

  const changes: [string, () => Promise<Prisma.AccountUpdateInput>, Prisma.AccountUpdateInput][] = [
    ['role-changed', async () => ({ role: 'navigator' }), { role: 'surgeon' }],
    ['account-disabled', async () => ({ disabledAt: new Date() }), { disabledAt: null }],
    ['password-changed', async () => ({ passwordHash: quickHash('another') }), {}],
  ]
  it.each(changes)(
    'that ends by a change of its account is told as %s',
    async (reason, data, back) => {
      const where = { username: 'surgeon' }
      const { passwordHash } = await running.owner.account.update({ where, data: {} })
      await running.owner.account.update({ where, data: await data() })
      const told = await toldBy(running, whoIs)
      await running.owner.account.update({ where, data: { passwordHash, ...back } })
      expect(told.map(({ event }) => [event.action, event.reason])).toEqual([
        ['session-ended', reason],
      ])
    },
  )
})

describe('The accounts command', () => {
  it('tells of each account that is made or changed, as done by nobody who is signed in', async () => {
    const { ownerUrl } = running
    const username = 'a new colleague'
    const asked = { username, role: 'navigator', password: 'sixteen geese asleep' }
    const told = await toldBy(running, async () => {
      for (const action of ['add', 'password', 'disable', 'enable', 'list']) {
        await changeAccounts(ownerUrl, { ...asked, action })
      }
    })
    const { id } = await running.owner.account.findUniqueOrThrow({ where: { username } })
    expect(told.map(({ event: { action, who, on } }) => [action, who, on?.id])).toEqual([
      ['account-made', null, id],
      ['account-password-changed', null, id],
      ['account-disabled', null, id],
      ['account-enabled', null, id],
    ])
    expect(JSON.stringify(told.map(({ details }) => details))).not.toContain('geese')
  })
})
