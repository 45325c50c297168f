import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signInThrottle } from '../src/accounts/throttle.ts'
import { password, type RunningApp, runningApp, StillClock } from './running-app.ts'

describe('the throttle', () => {
  const clock = new StillClock()
  let throttle = signInThrottle(clock.now)
  beforeEach(() => {
    throttle = signInThrottle(clock.now)
  })

  const fail = async (times: number, username: string, address: string) => {
    for (let time = 0; time < times; time += 1) {
      await throttle.counted(username, address, async () => null)
    }
  }

  const tooMany = (retryAfterSeconds: number) =>
    expect.objectContaining({ kind: 'too-many-tries', retryAfterSeconds })

  it('refuses the eleventh failure of an account from one address and says for how long', async () => {
    await fail(10, 'surgeon', '10.0.0.1')
    clock.pass(5)
    await expect(fail(1, 'surgeon', '10.0.0.1')).rejects.toEqual(tooMany(600))
  })

  it('lets the account in from another address', async () => {
    await fail(10, 'surgeon', '10.0.0.1')
    await expect(fail(1, 'surgeon', '10.0.0.2')).resolves.toBeUndefined()
  })

  it('opens again after a quarter of an hour', async () => {
    await fail(10, 'surgeon', '10.0.0.1')
    clock.pass(15)
    await expect(fail(10, 'surgeon', '10.0.0.1')).resolves.toBeUndefined()
  })

  it('forgets the failures of an account that signs in', async () => {
    await fail(9, 'surgeon', '10.0.0.1')
    await throttle.counted('surgeon', '10.0.0.1', async () => 'the surgeon')
    await expect(fail(10, 'surgeon', '10.0.0.1')).resolves.toBeUndefined()
  })

  it('does not count a try that the server could not check', async () => {
    const broken = () => Promise.reject(new Error('no database'))
    for (let time = 0; time < 20; time += 1) {
      await expect(throttle.counted('surgeon', '10.0.0.1', broken)).rejects.toThrow('no database')
    }
  })

  it('refuses an address that fails for a hundred accounts', async () => {
    for (let account = 0; account < 100; account += 1) {
      await fail(1, `account ${account}`, '10.0.0.1')
    }
    await expect(fail(1, 'another', '10.0.0.1')).rejects.toEqual(tooMany(900))
    await expect(fail(1, 'another', '10.0.0.2')).resolves.toBeUndefined()
  })

  it('does not lose a limit to many other addresses', async () => {
    await fail(10, 'surgeon', '10.0.0.1')
    for (let address = 0; address < 3_000; address += 1) await fail(1, 'other', `10.1.0.${address}`)
    await expect(fail(1, 'surgeon', '10.0.0.1')).rejects.toEqual(tooMany(900))
  })
})

describe('signing in by guessing', () => {
  let running: RunningApp
  beforeAll(async () => {
    running = await runningApp()
  })
  afterAll(() => running.close())

  const tryFrom = (remoteAddress: string, word: string) =>
    running.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      payload: { username: 'surgeon', password: word },
    })

  it('is stopped after ten tries even when they come at once, and the victim signs in from elsewhere', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, index) => tryFrom('10.0.0.1', `guess ${index}`)),
    )
    const statuses = guesses.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    const stopped = await tryFrom('10.0.0.1', password)
    expect(stopped.statusCode).toBe(429)
    expect(stopped.headers['retry-after']).toBe('900')
    expect((await tryFrom('10.0.0.2', password)).statusCode).toBe(201)
  })
})
