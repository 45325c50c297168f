import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEntry } from '../src/audit/append.ts'
import { AuditEvent, theServer } from '../src/audit/entry.ts'
import { journalOf } from '../src/audit/journal.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const who = {
  accountId: '01900000-0000-7000-8000-000000000001',
  username: 'zoë',
  role: 'surgeon' as const,
}
const by = { who, address: '127.0.0.1', requestId: 'a request' }
const patientId = '01900000-0000-7000-8000-000000000002'

const entries = () =>
  fresh.database.auditEntry.findMany({ orderBy: { sequence: 'asc' }, include: { detail: true } })

describe('An entry', () => {
  it('is written in the transaction of its act, with the columns its event tells', async () => {
    await fresh.database.$transaction((transaction) =>
      appendEntry(transaction, by, { action: 'patient-viewed', patientId, details: { why: 'ü' } }),
    )
    const [entry] = await entries()
    const event = AuditEvent.parse(JSON.parse(Buffer.from(entry?.bytes ?? []).toString()))
    const { salt = new Uint8Array(), details } = entry?.detail ?? {}
    const seal = createHash('sha256')
      .update(salt)
      .update(details ?? '')
      .digest('hex')
    expect(entry).toMatchObject({ sequence: 1n, accountId: who.accountId, patientId })
    expect(event).toMatchObject({ who, outcome: 'done', sealed: seal })
    expect(Buffer.from(details ?? []).toString()).toBe('{"why":"ü"}')
  })

  it('is gone with an act that fails, and its number is given to the next', async () => {
    const act = fresh.database.$transaction(async (transaction) => {
      await appendEntry(transaction, by, { action: 'patient-viewed' })
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    const { note } = journalOf(fresh.database)
    await Promise.all([
      note(theServer, { action: 'server-started' }),
      note(by, { action: 'patients-searched', details: { text: 'Quill' } }),
    ])
    expect((await entries()).map(({ sequence }) => sequence)).toEqual([1n, 2n, 3n])
  })
})
