import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theServer } from '../src/audit/entry.ts'
import { integrityStore } from '../src/audit/events-integrity-store.ts'
import type { AuditIntegrity } from '../src/contract.ts'
import { type Reading, readingOf } from './audit-asked.ts'
import { runningApp } from './running-app.ts'

let reading: Reading
beforeAll(async () => {
  reading = await readingOf(await runningApp())
})
afterAll(() => reading.running.close())

const integrity = async (): Promise<AuditIntegrity> =>
  (await reading.running.send('GET', '/api/audit/integrity', { as: reading.admin })).json()

async function checked(): Promise<AuditIntegrity> {
  await reading.running.send('POST', '/api/audit/verify', { as: reading.admin })
  for (;;) {
    const known = await integrity()
    if (!known.checking) return known
  }
}

describe('What is known of the log', () => {
  it('tells that a check could not be finished', async () => {
    const told: unknown[] = []
    const { database, app } = reading.running
    const brokenOff = new Error('the check was cut off')
    const store = integrityStore(database, {
      ...app.audit,
      check: () => Promise.reject(brokenOff),
      copies: 2,
      tellFailure: (error) => void told.push(error),
    })
    await store.verify(theServer)
    await store.settled()
    expect(told).toEqual([brokenOff])
    expect(await store.read()).toMatchObject({ checking: false, unfinished: true, copies: 2 })
  })

  it('tells up to which entry it was checked and signed, and the check is in the log', async () => {
    await reading.note({ action: 'patient-viewed', details: { text: 'Quill' } })
    await reading.running.app.audit.sign()
    const before = await integrity()
    const after = await checked()
    const [own] = (await reading.search({ group: 'log' })).entries
    expect(before).toMatchObject({ checked: null, checking: false, unfinished: false, fault: null })
    expect(before.signed?.size).toBe(before.entries)
    expect(after.checked?.size).toBe(before.entries)
    expect(own).toMatchObject({ action: 'audit-verified', who: { username: 'admin' } })
  })

  it('is told to admins alone', async () => {
    const answer = await reading.running.send('POST', '/api/audit/verify', { as: reading.surgeon })
    expect(answer.statusCode).toBe(403)
  })

  it('tells at which entry a change shows first, and that the check failed', async () => {
    const { owner } = reading.running
    await owner.$transaction([
      owner.$executeRaw`ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only"`,
      owner.$executeRaw`UPDATE "AuditEntry" SET "at" = "at" - interval '1 day' WHERE "sequence" = 2`,
      owner.$executeRaw`ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "AuditEntry_append_only"`,
    ])
    const { fault } = await checked()
    const [own] = (await reading.search({ outcome: 'failed' })).entries
    expect(fault).toEqual({ what: 'chain', sequence: 2 })
    expect(own).toMatchObject({ action: 'audit-verified', reason: 'chain' })
    expect((await reading.read(2)).hashHolds).toBe(false)
  })
})
