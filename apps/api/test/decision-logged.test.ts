import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AuditEvent } from '../src/audit/entry.ts'
import type { Screening } from '../src/contract.ts'
import { against, decided, decisionsOf, plan, sendDecision } from './a-decision.ts'
import { password, type RunningApp, recorded, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let screening: Screening
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  screening = await recorded(running, as, (await registered(running, as)).id)
})
afterAll(() => running.close())

const eventOn = async (id: string) => {
  const { bytes } = await running.owner.auditEntry.findFirstOrThrow({ where: { onId: id } })
  const written = Buffer.from(bytes).toString()
  expect(written).not.toContain(password)
  return AuditEvent.parse(JSON.parse(written))
}

describe('the log', () => {
  it('tells of a decision who, on whom, by which rules and with which reason', async () => {
    const first = await decided(running, as, screening.id)
    expect(await eventOn(first.id)).toMatchObject({
      action: 'decision-recorded',
      who: { username: 'surgeon', role: 'surgeon' },
      on: { kind: 'decision', id: first.id },
      patientId: screening.patientId,
      outcome: 'done',
      ruleset: { version: screening.result.ruleset.version, hash: screening.result.ruleset.hash },
      reason: null,
    })
    const second = await decided(running, as, screening.id, { ...against, replaces: first.id })
    expect(await eventOn(second.id)).toMatchObject({
      action: 'decision-replaced',
      reason: 'declines-procedure',
    })
  })

  it('is written with the decision or neither is', async () => {
    const { id } = await recorded(running, as, screening.patientId)
    const refuseEntries = 'ALTER TABLE "AuditEntry" ADD CONSTRAINT "full" CHECK (false) NOT VALID'
    await running.owner.$executeRawUnsafe(refuseEntries)
    const answer = await sendDecision(running, as, id, { ...plan, key: 'not-logged' })
    await running.owner.$executeRawUnsafe('ALTER TABLE "AuditEntry" DROP CONSTRAINT "full"')
    expect(answer.statusCode).toBe(503)
    expect(answer.json().type).toBe('urn:kyphoscreen:problem:audit-unwritable')
    expect(await decisionsOf(running, as, id)).toEqual([])
    await decided(running, as, id, { ...plan, key: 'not-logged' })
  })
})
