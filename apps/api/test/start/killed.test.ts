import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../src/build-web.ts'
import { dataFolder, end, launch, startProduct, until, watchdogsOf, workingIn } from './product.ts'

const timeout = 60_000

let data: Awaited<ReturnType<typeof dataFolder>>
beforeAll(async () => {
  await buildWeb()
  data = await dataFolder()
}, timeout)
afterAll(() => data.remove(), timeout)

const settings = () => ({ DATA_DIR: data.folder })
const nobodyIsLeft = async () => (await workingIn(data.folder)).length === 0
const readSignIns = () => readFile(join(data.folder, 'demo-logins.json'), 'utf8')

const serverPid = async () =>
  Number.parseInt(
    await readFile(join(data.folder, 'pg18/data/postmaster.pid'), 'utf8').catch(() => '0'),
    10,
  )

const signInStatus = async (address: string) => {
  const [{ username, password }] = JSON.parse(await readSignIns())
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  return answer.status
}

describe('A first start that is killed', { timeout }, () => {
  it.each([150, 600, 1_200])('after %i ms leaves no PostgreSQL behind', async (afterMs) => {
    const product = launch(settings())
    await pause(afterMs)
    await end(product, 'SIGKILL')
    await until(nobodyIsLeft)
  })

  let product: Awaited<ReturnType<typeof startProduct>>

  it('is followed by one that works', async () => {
    product = await startProduct(settings())
    expect(await signInStatus(product.address)).toBe(201)
  })

  it('has kept its files to itself', async () => {
    const modes = await Promise.all(
      ['', 'demo-logins.json', 'pg18', 'pg18/passwords.json', 'pg18/server.log', 'pg18/data'].map(
        async (name) => (await stat(join(data.folder, name))).mode & 0o777,
      ),
    )
    expect(modes).toEqual([0o700, 0o600, 0o700, 0o600, 0o600, 0o700])
  })

  it('is followed by one that gets a new watchdog when that is killed, and leaves nothing behind when it is killed too', async () => {
    const [first = 0] = await watchdogsOf(data.folder)
    process.kill(first, 'SIGKILL')
    await until(async () => (await watchdogsOf(data.folder)).some((pid) => pid !== first))
    await end(product, 'SIGKILL')
    await until(nobodyIsLeft)
  })
})

describe('A running server', { timeout }, () => {
  let product: Awaited<ReturnType<typeof startProduct>>

  it('starts its PostgreSQL again when that is killed', async () => {
    product = await startProduct(settings())
    const first = await serverPid()
    process.kill(first, 'SIGKILL')
    await until(async () => (await serverPid()) !== first)
    await until(async () => (await signInStatus(product.address)) === 201)
  })

  it('can be killed with its watchdog: the next start ends what is left and keeps the sign-ins', async () => {
    const before = await readSignIns()
    for (const pid of await watchdogsOf(data.folder)) process.kill(pid, 'SIGKILL')
    await end(product, 'SIGKILL')
    product = await startProduct(settings())
    const status = await signInStatus(product.address)
    expect([status, await readSignIns()]).toEqual([201, before])
  })

  it('stops its PostgreSQL and ends with 0 when it is interrupted', async () => {
    const code = await end(product, 'SIGINT')
    expect([code, await workingIn(data.folder)]).toEqual([0, []])
  })
})
