import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { withoutOwnersRights } from '../src/postgres/application-login.ts'
import { openDatabase } from '../src/postgres/client.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { onServer } from './postgres.ts'

const suffix = randomBytes(4).toString('hex')
const user = `kypho_server_${suffix}`
const stranger = `kypho_stranger_${suffix}`
const server = (statement: string) => onServer(inject('serverUrl'), statement)

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  for (const name of [user, stranger]) await server(`CREATE ROLE ${name} LOGIN PASSWORD 'secret'`)
})
afterAll(async () => {
  await fresh.close()
  for (const name of [user, stranger]) await server(`DROP ROLE IF EXISTS ${name}`)
})

const as = (name: string) => {
  const url = new URL(fresh.ownerUrl)
  url.username = name
  url.password = 'secret'
  return url.toString()
}

it('A user who owns nothing becomes a member of the application’s role, and can become nobody else', async () => {
  const url = await withoutOwnersRights(fresh.ownerUrl, as(user))
  const database = openDatabase(url, { connections: 1 })
  const refused: string[] = []
  for (const statement of ['RESET ROLE', 'DELETE FROM "AuditEntry"', 'SET ROLE tester']) {
    await database.$executeRawUnsafe(statement).catch(() => refused.push(statement))
  }
  const accounts = await database.account.count()
  await database.$disconnect()
  expect([url, refused, accounts]).toEqual([
    as(user),
    ['DELETE FROM "AuditEntry"', 'SET ROLE tester'],
    0,
  ])
})

it('A user who could change the log is refused', async () => {
  await expect(withoutOwnersRights(fresh.ownerUrl, fresh.ownerUrl)).rejects.toThrow(
    'may change what is recorded',
  )
  await server(`GRANT pg_write_all_data TO ${user}`)
  await expect(withoutOwnersRights(fresh.ownerUrl, as(user))).rejects.toThrow(
    'may change what is recorded',
  )
})

it('A user whom the owner may not make a member is refused', async () => {
  await expect(withoutOwnersRights(as(stranger), as(stranger))).rejects.toThrow(
    'is no member of kyphoscreen_app',
  )
})
