import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayCommand } from '../src/replay/command.ts'
import { type RunningApp, recorded, registered, runningApp } from './running-app.ts'
import { tamper } from './stored-screenings.ts'

let running: RunningApp
let spoilt: string
beforeAll(async () => {
  running = await runningApp()
  const as = await running.signIn('surgeon')
  const { id: patientId } = await registered(running, as)
  spoilt = (await recorded(running, as, patientId)).id
  await recorded(running, as, patientId)
  await tamper(running, `UPDATE "Screening" SET "result" = 'no JSON' WHERE "id" = '${spoilt}'`)
})
afterAll(() => running.close())

describe('A result that a superuser made no JSON', () => {
  it('is found by the check of the log, at the entry that sealed it', async () => {
    const entry = await running.owner.auditEntry.findFirstOrThrow({ where: { onId: spoilt } })
    const { fault } = await running.app.audit.check()
    expect(fault).toEqual({ what: 'details', sequence: Number(entry.sequence) })
  })

  it('differs as a whole in a replay, which goes on with the others', async () => {
    const out = new PassThrough()
    const written = text(out)
    const { signal } = new AbortController()
    const code = await replayCommand(running.ownerUrl, { json: false, out, signal })
    out.end()
    const said = await written
    expect(code).toBe(1)
    expect(said).toContain('2 screenings; 1 identical, 1 different')
    expect(said).toContain(`${spoilt} (1.0.1): at the whole result`)
  })
})
