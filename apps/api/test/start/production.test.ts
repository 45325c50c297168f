import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeAccounts } from '../../src/accounts/change.ts'
import { buildWeb } from '../../src/build-web.ts'
import { productFolder } from '../../src/up-to-date.ts'
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts'
import { dataFolder, end, launch, startProduct } from './product.ts'

const timeout = 60_000
const password = 'fifteen letters and more'

let data: Awaited<ReturnType<typeof dataFolder>>
let fresh: FreshDatabase
beforeAll(async () => {
  await buildWeb()
  data = await dataFolder()
  fresh = await freshDatabase()
}, timeout)
afterAll(async () => {
  await fresh.close()
  await data.remove()
}, timeout)

const settings = () => ({
  NODE_ENV: 'production',
  DATA_DIR: data.folder,
  DATABASE_URL: fresh.ownerUrl,
})

const accounts = (words: string) =>
  launch(settings(), `apps/api/src/accounts-command.ts ${words}`).ended

const addFromInput = async () => {
  const command = spawn(
    process.execPath,
    'apps/api/src/accounts-command.ts add --role admin --username first --password-stdin'.split(
      ' ',
    ),
    { cwd: productFolder, env: { ...process.env, ...settings() } },
  )
  command.stdin.end(`${password}\n`)
  const [said] = await Promise.all([text(command.stdout), once(command, 'close')])
  return said
}

const signIn = (address: string) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'first', password }),
  })

describe('In production', { timeout }, () => {
  it('there is nobody and nothing until an account is made, which then signs in', async () => {
    const product = await startProduct(settings())
    const before = await fresh.owner.account.count()
    const patients = await fresh.owner.patient.count()
    const said = await addFromInput()
    const { status } = await signIn(product.address)
    const code = await end(product, 'SIGTERM')
    expect([before, patients, said, status, code]).toEqual([
      0,
      0,
      'Added first as admin.\n',
      201,
      0,
    ])
    await expect(access(join(data.folder, 'demo-logins.json'))).rejects.toThrow('ENOENT')
  })

  it('the log tells the start, who was made and signed in, and last the stop, all of it signed', async () => {
    const told = await fresh.owner.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
    expect(told.map(({ action }) => action)).toEqual([
      ...['server-started', 'account-made', 'sign-in', 'server-stopped'],
    ])
    const { size } = await fresh.owner.auditCheckpoint.findFirstOrThrow({
      orderBy: { size: 'desc' },
    })
    expect(size).toBe(told.at(-1)?.sequence)
  })

  it('an account is made with a random password that is shown once', async () => {
    const request = { action: 'add', role: 'navigator', username: 'second', password: undefined }
    expect(await changeAccounts(fresh.ownerUrl, request)).toMatch(
      /^Added second as navigator\.\nThe password of second, shown this once: [a-z2-9]{4}(-[a-z2-9]{4}){3}\n$/,
    )
  })

  it('the accounts command ends with 1 and one sentence when it refuses', async () => {
    expect(await accounts('add --role boss --username third')).toEqual({
      code: 1,
      words: 'Give the role with --role: surgeon, navigator or admin.\n',
    })
  })

  it.each([
    [
      { action: 'add', role: 'navigator', username: 'second' },
      'An account of that name exists: choose another name.',
    ],
    [
      { action: 'disable', username: 'nobody' },
      'There is no account of that name: "npm run accounts -- list" shows them all.',
    ],
  ])('a change of accounts is refused: %j', async (request, sentence) => {
    const change = changeAccounts(fresh.ownerUrl, { ...request, password: undefined })
    await expect(change).rejects.toThrow(sentence)
  })

  it('invented patients are refused', async () => {
    expect(await launch(settings(), 'prisma/seed.ts').ended).toEqual({
      code: 1,
      words: 'Invented patients have no place in production: nothing was done.\n',
    })
  })
})
