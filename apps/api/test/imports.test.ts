import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatheredFacts } from '../src/referrals/gathered-facts.ts'
import { standingColumns } from '../src/referrals/standing.ts'
import { dayOf } from '../src/stored-day.ts'
import { header, navigatorOf, ran, rowOf } from './imported.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const file = (...rows: string[]) => [header, ...rows, ''].join('\n')

describe('A file of referrals', () => {
  it('is imported with its patients, evidence, standing and first event', async () => {
    const done = await ran(running, as, file(rowOf({ externalId: 'A-1', mrn: 'A-1' })))
    expect(done).toMatchObject({
      state: 'done',
      counts: { rows: 1, imported: 1, skipped: 0, refused: 0, patients: 1 },
    })
    const referral = await running.owner.referral.findUniqueOrThrow({
      where: { externalId: 'A-1' },
      include: { patient: true, evidence: { include: { enteredBy: true } }, events: true },
    })
    expect(referral.patient.mrn).toBe('A-1')
    expect(referral).toMatchObject({
      version: 1,
      state: 'new',
      outcome: 'meets',
      sortName: 'quillfeather\todile',
    })
    const fresh = standingColumns(
      gatheredFacts(referral.evidence, []),
      dayOf(referral.patient.birthDate),
      '2026-11-21',
    )
    expect(referral).toMatchObject(fresh as object)
    expect(referral.events).toMatchObject([
      { kind: 'imported', sequence: referral.receivedSequence },
    ])
    expect(referral.changedSequence).toBe(referral.receivedSequence)
  })

  it('is skipped as a whole when it is imported again', async () => {
    const text = file(
      rowOf({ externalId: 'B-1', mrn: 'B-1' }),
      rowOf({ externalId: 'B-2', mrn: 'B-2' }),
    )
    await ran(running, as, text)
    const again = await ran(running, as, text)
    expect(again.counts).toEqual({ rows: 2, imported: 0, skipped: 2, refused: 0, patients: 0 })
  })
})
