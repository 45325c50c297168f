import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openDatabase } from '../src/postgres/client.ts'
import { rescreenEveryMinute } from '../src/referrals/rescreen-timer.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { drawReferrals, storeReferrals } from './many-referrals.ts'

const now = new Date('2027-03-01T09:00:00Z')
const clock = () => now
let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  await storeReferrals(fresh, drawReferrals(20, '2026-11-21'), '2026-11-21')
})
afterAll(() => fresh.close())

const leftDue = () => fresh.owner.referral.count({ where: { nextChangeOn: { lte: now } } })

const started = async (database: FreshDatabase['database'], log: string[]) => {
  const app: FastifyInstance = fastify({ logger: { stream: { write: (line) => log.push(line) } } })
  rescreenEveryMinute(app, { database, clock })
  await app.ready()
  return app
}

it('screens what is due as soon as the server is ready, and has ended when it has closed', async () => {
  expect(await leftDue()).toBeGreaterThan(0)
  const log: string[] = []
  const app = await started(fresh.database, log)
  await vi.waitFor(async () => expect(await leftDue()).toBe(0), { timeout: 10_000 })
  await app.close()
  expect(log).toEqual([])
})

it('logs a failure without what it was about, and lets the server run', async () => {
  const nowhere = openDatabase('postgresql://nobody@127.0.0.1:9/nothing')
  const log: string[] = []
  const app = await started(nowhere, log)
  await vi.waitFor(() => expect(log).toHaveLength(1), { timeout: 10_000 })
  expect(log[0]).toContain('due referrals could not be screened again')
  await app.close()
  await nowhere.$disconnect()
})
