import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditFilter, Patient } from '../src/contract.ts'
import { auditAsked, type Reading, readingOf } from './audit-asked.ts'
import { registered, runningApp } from './running-app.ts'

let reading: Reading
let patient: Patient
beforeAll(async () => {
  reading = await readingOf(await runningApp())
  patient = await registered(reading.running, reading.surgeon)
})
afterAll(() => reading.running.close())

const exported = async (filter: Partial<AuditFilter>) => {
  const body = { ...auditAsked(filter), format: 'csv' }
  const answer = await reading.running.send('POST', '/api/audit/export', {
    as: reading.admin,
    body,
  })
  expect(answer.statusCode).toBe(200)
  return answer
}

describe('The log as a table', () => {
  it('has a line for each entry, oldest first, and nothing that a spreadsheet takes for a formula', async () => {
    const who = { accountId: reading.surgeonId, username: '=cmd()', role: 'surgeon' as const }
    const by = { who, address: '@evil', requestId: '+1' }
    await reading.note({ action: 'print', patientId: patient.id, reason: '-2+3' }, by)
    const answer = await exported({ patientId: patient.id })
    const lines = answer.body.trimEnd().split('\r\n')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers['content-disposition']).toMatch(/audit-log-2026-11-21\.csv"$/)
    expect(lines[0]).toMatch(/^\ufeffEntry,Time \(UTC\),User name,Role,/)
    expect(lines.at(-1)).toContain(
      `"'=cmd()",surgeon,${reading.surgeonId},print,done,"'-2+3",${patient.mrn},${patient.id},`,
    )
    expect(lines.at(-1)).toContain(`,"'@evil","'+1",no`)
  })

  it('is an entry itself, signed before the first byte, with what was asked and how much it holds', async () => {
    const { body } = await exported({ patientId: patient.id })
    const [own] = (await reading.search({ group: 'taken-out', patientId: patient.id })).entries
    const { details } = await reading.read(own?.sequence ?? 0)
    const signed = await reading.running.owner.auditCheckpoint.findFirst({
      orderBy: { size: 'desc' },
    })
    const entries = body.trimEnd().split('\r\n').length - 1
    expect(own).toMatchObject({ action: 'export', on: { kind: 'audit-log', id: 'csv' } })
    expect(details).toMatchObject({ told: { entries, asked: { patientId: patient.id } } })
    expect(Number(signed?.size)).toBeGreaterThanOrEqual(own?.sequence ?? Number.NaN)
  })
})
