import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const changes = [
  `UPDATE "Screening" SET outcome = 'meets'`,
  'DELETE FROM "Screening"',
  'TRUNCATE "Screening"',
  'TRUNCATE "Patient" CASCADE',
]

describe('A recorded screening', () => {
  it.each(changes)('is not changed by its tables’ owner: %s', async (statement) => {
    const attempt = fresh.owner.$executeRawUnsafe(statement)
    await expect(attempt).rejects.toThrow('a recorded screening is never changed or removed')
  })

  it.each(changes)('is not changed by the application: %s', async (statement) => {
    const attempt = fresh.database.$executeRawUnsafe(statement)
    await expect(attempt).rejects.toThrow('permission denied')
  })

  it('is not changed by a session that poses as a replica', async () => {
    const attempt = fresh.owner.$transaction([
      fresh.owner.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
      fresh.owner.$executeRawUnsafe('DELETE FROM "Screening"'),
    ])
    await expect(attempt).rejects.toThrow('a recorded screening is never changed or removed')
  })
})
