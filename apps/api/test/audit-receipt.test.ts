import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, recorded, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

describe('The receipt of a screening', () => {
  it('has the record as it is stored, and is itself in the log', async () => {
    const { id, findings } = await recorded(running, as, patientId)
    const answer = await running.send('GET', `/api/screenings/${id}/receipt`, { as })
    const { sealed, checkpoint } = answer.json()
    const { screening } = JSON.parse(Buffer.from(sealed.details, 'base64').toString())
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="receipt-${id}.json"`)
    expect(screening).toMatchObject({ id, patientId, findings })
    expect(checkpoint).toMatch(/^kyphoscreen-log-[0-9a-f]{16}\n3\n/)
    const where = { onId: id, action: 'receipt-made' }
    expect(await running.owner.auditEntry.count({ where })).toBe(1)
  })

  it('is not given when its entry is not the one that was signed', async () => {
    const { id } = await recorded(running, as, patientId)
    const receipt = () => running.send('GET', `/api/screenings/${id}/receipt`, { as })
    expect((await receipt()).statusCode).toBe(200)
    await running.owner.$transaction([
      running.owner.$executeRaw`ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL`,
      running.owner.$executeRaw`UPDATE "AuditEntry" SET "hash" = "previous" WHERE "onId" = ${id}`,
      running.owner
        .$executeRaw`ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "AuditEntry_append_only"`,
    ])
    expect((await receipt()).json()).toMatchObject({ type: 'urn:kyphoscreen:problem:log-at-fault' })
  })

  it('is not given where there is no such screening', async () => {
    const nowhere = '/api/screenings/0199a0a0-0000-7000-8000-000000000000/receipt'
    const answer = await running.send('GET', nowhere, { as })
    expect(answer.statusCode).toBe(404)
  })
})
