import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimImport } from '../src/imports/claim.ts'
import { runImport } from '../src/imports/run.ts'
import { entriesAfter, lastEntry } from './audited.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { keptAndAsked, rowsInAll } from './import-in-pieces.ts'

let fresh: FreshDatabase
let byId: string
beforeAll(async () => {
  fresh = await freshDatabase()
  const account = { username: 'navigator', displayName: 'An invented navigator', passwordHash: '' }
  byId = (await fresh.owner.account.create({ data: { ...account, role: 'navigator' } })).id
})
afterAll(() => fresh.close())

const at = new Date('2026-11-21T09:00:00Z')

const claimed = async (mark: string) => {
  const id = await keptAndAsked({ url: fresh.appUrl, byId, at }, mark)
  await fresh.owner.import.update({ where: { id }, data: { runnerId: randomUUID() } })
  const claim = await claimImport(fresh.database, { runnerId: randomUUID(), staleMs: 0, at })
  if (claim?.id !== id) throw new Error('another import was claimed')
  return claim
}

describe('An import that is gone on with', () => {
  it('tells that it was taken over, each batch with its referrals, sealed, and its end', async () => {
    const claim = await claimed('told')
    const before = await lastEntry(fresh)
    await runImport(fresh.appUrl, claim, () => false)
    const told = await entriesAfter(fresh, before)
    const actions = told.map(({ event }) => event.action)
    expect([actions[0], actions.at(-1)]).toEqual(['import-taken-over', 'import-finished'])
    const batches = told.slice(1, -1)
    expect(new Set(batches.map(({ event }) => event.action))).toEqual(
      new Set(['import-batch-stored']),
    )
    expect(batches.length).toBeGreaterThan(1)
    const ids = batches.flatMap(({ details }) => (details as { referrals: string[] }).referrals)
    const stored = await fresh.owner.referral.findMany({ select: { id: true } })
    expect(ids.length).toBe(rowsInAll)
    expect(new Set(ids)).toEqual(new Set(stored.map(({ id }) => id)))
    for (const { event } of told) {
      const who = { accountId: byId, username: 'navigator', role: 'navigator' }
      expect(event).toMatchObject({ who, on: { kind: 'import', id: claim.id }, address: null })
    }
    expect(told.at(-1)).toMatchObject({
      event: { reason: 'done', outcome: 'done' },
      details: { counts: { imported: rowsInAll } },
    })
  })

  it('stores nothing while the log cannot be written', async () => {
    const claim = await claimed('untold')
    const referrals = await fresh.owner.referral.count()
    await fresh.owner.$executeRaw`
      ALTER TABLE "AuditEntry" ADD CONSTRAINT "nothing_can_be_written" CHECK (false) NOT VALID`
    await expect(runImport(fresh.appUrl, claim, () => false)).rejects.toThrow('audit-unwritable')
    expect(await fresh.owner.referral.count()).toBe(referrals)
    const { state, read } = await fresh.owner.import.findUniqueOrThrow({ where: { id: claim.id } })
    expect([state, Number(read)]).toEqual(['importing', claim.from.used])
  })
})
