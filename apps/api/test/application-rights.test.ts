import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

it('The application may do with each table what it needs and nothing else', async () => {
  const rows = await fresh.owner
    .$queryRaw`SELECT table_name AS "table", string_agg(privilege_type, ' ' ORDER BY privilege_type) AS rights
       FROM information_schema.table_privileges
      WHERE grantee = 'kyphoscreen_app' AND table_schema = 'public' GROUP BY 1 ORDER BY 1`
  expect(rows).toEqual([
    { table: 'Account', rights: 'SELECT' },
    { table: 'AuditBlock', rights: 'SELECT' },
    { table: 'AuditCheckpoint', rights: 'SELECT' },
    { table: 'AuditDetail', rights: 'SELECT' },
    { table: 'AuditEntry', rights: 'SELECT' },
    { table: 'AuditHead', rights: 'SELECT' },
    { table: 'ClinicSetting', rights: 'INSERT SELECT UPDATE' },
    { table: 'Decision', rights: 'INSERT SELECT' },
    { table: 'Draft', rights: 'DELETE INSERT SELECT UPDATE' },
    { table: 'Evidence', rights: 'INSERT SELECT' },
    { table: 'IdempotentReply', rights: 'DELETE INSERT SELECT UPDATE' },
    { table: 'Import', rights: 'INSERT SELECT UPDATE' },
    { table: 'ImportChunk', rights: 'DELETE INSERT SELECT' },
    { table: 'ImportError', rights: 'DELETE INSERT SELECT' },
    { table: 'Impression', rights: 'INSERT SELECT' },
    { table: 'Patient', rights: 'INSERT SELECT' },
    { table: 'Referral', rights: 'INSERT SELECT UPDATE' },
    { table: 'ReferralDocument', rights: 'INSERT SELECT UPDATE' },
    { table: 'ReferralEvent', rights: 'INSERT SELECT' },
    { table: 'Ruling', rights: 'INSERT SELECT' },
    { table: 'Screening', rights: 'INSERT SELECT' },
    { table: 'Session', rights: 'DELETE INSERT SELECT UPDATE' },
    { table: 'SignOff', rights: 'INSERT SELECT' },
    { table: 'SignOffWithdrawal', rights: 'INSERT SELECT' },
    { table: 'Task', rights: 'INSERT SELECT UPDATE' },
    { table: 'View', rights: 'DELETE INSERT SELECT UPDATE' },
    { table: 'WorklistTally', rights: 'SELECT' },
  ])
})
