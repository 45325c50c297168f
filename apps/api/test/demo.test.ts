import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresStore } from '../src/audit/events-figures-store.ts'
import { formerReferrals } from '../src/demo/invented-history.ts'
import { inventedReferrals } from '../src/demo/invented-referrals.ts'
import { seedDemo } from '../src/demo/seed.ts'
import { readReferral } from '../src/referrals/referral-of.ts'
import { worklistStore } from '../src/referrals/worklist-store.ts'
import { figuresAsked } from './audit-asked.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const now = new Date('2026-11-21T09:30:00Z')
let fresh: FreshDatabase
let folder: string
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-demo-'))
  await seedDemo(fresh.ownerUrl, folder, now)
})
afterAll(async () => {
  await fresh.close()
  await rm(folder, { recursive: true })
})

const all = async () => {
  const rows = await fresh.database.referral.findMany({ orderBy: { patient: { mrn: 'asc' } } })
  return Promise.all(rows.map(({ id }) => readReferral(fresh.database, id, '2026-11-21')))
}

describe('the demonstration', () => {
  it('has a referral for each list of the worklist', async () => {
    const worklist = worklistStore(fresh.database, () => '2026-11-21')
    const { id } = await fresh.database.account.findFirstOrThrow({ where: { role: 'navigator' } })
    const { counts } = await worklist.tiles('me', id)
    expect(counts).toEqual({
      'needs-information': 4,
      'ready-for-surgeon': 3,
      'becomes-ready': 1,
      'window-closing': 1,
      overdue: 1,
      done: 2 + formerReferrals.length,
    })
  })

  it('has one that lacks a single decisive item, one in conflict and one that is urgent', async () => {
    const referrals = await all()
    const named = (mrn: string) => referrals.find(({ patient }) => patient.mrn === mrn)
    const lacking = named('DEMO-1002')?.standing
    const { settles } = lacking?.state === 'screened' ? lacking.result : { settles: [] }
    expect(settles.map(({ fact, level }) => [fact, level])).toEqual([['retropulsion', 'T12']])
    const conflicts = named('DEMO-1007')?.facts.filter(({ status }) => status === 'conflict')
    expect(conflicts).toMatchObject([{ fact: 'retropulsion', level: 'L1' }])
    expect(named('DEMO-1004')?.standing).toMatchObject({ result: { urgent: true } })
  })

  it('never happened in the future, and each event follows the one before', async () => {
    for (const { events, version, receivedOn } of await all()) {
      const times = events.map(({ at }) => at)
      expect(times.toSorted().toReversed()).toEqual(times)
      expect(times[0]?.localeCompare(now.toISOString())).toBeLessThanOrEqual(0)
      expect(times.at(-1)?.slice(0, 10)).toBe(receivedOn)
      expect(events.length).toBe(version)
    }
  })

  it('is told to the log, each record sealed, so that a receipt can be made of each screening', async () => {
    const screenings = await fresh.database.screening.count()
    const where = { action: 'screening-recorded', patientId: { not: null } }
    expect(await fresh.owner.auditEntry.count({ where })).toBe(screenings)
    const told = await fresh.owner.auditEntry.groupBy({ by: ['action'], _count: true })
    expect(Object.fromEntries(told.map(({ action, _count }) => [action, _count]))).toMatchObject({
      'account-made': 3,
      'patient-registered': await fresh.database.patient.count(),
      'referral-received': inventedReferrals.length + formerReferrals.length,
      'decision-recorded': await fresh.database.decision.count(),
    })
  })

  it('has a decision on a screening of every referral that is decided, and enough of them for every figure', async () => {
    const where = { state: { in: ['decided', 'closed'] }, screenings: { none: {} } }
    const undecided = await fresh.database.referral.findMany({ where, include: { patient: true } })
    expect(undecided.map(({ patient }) => patient.mrn)).toEqual(['DEMO-1010'])
    const found = await figuresStore(fresh.database).of(figuresAsked())
    expect(found.agreement.kappa.state).toBe('told')
    expect(found.reasons.length).toBeGreaterThan(1)
    expect(found.days.median).toBeGreaterThan(0)
    expect(found.missing.facts.some(({ decisive }) => decisive > 0)).toBe(true)
    expect([found.referrers.length, found.otherReferrers?.referrers]).toEqual([2, 1])
  })

  it('is made once', async () => {
    await seedDemo(fresh.ownerUrl, folder, now)
    expect(await fresh.database.referral.count()).toBe(
      inventedReferrals.length + formerReferrals.length,
    )
  })
})
