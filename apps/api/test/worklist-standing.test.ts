import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Referral, WorklistName, WorklistRow } from '../src/contract.ts'
import { receivedReferral, sendChange, sendStep } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { letter, report } from './told-evidence.ts'
import { listAsked, pageOf } from './worklist-asked.ts'

let running: RunningApp
let as: string
let referral: Referral
beforeAll(async () => {
  running = await runningApp()
})
afterAll(() => running.close())
beforeEach(async () => {
  as = await running.signIn('navigator')
  referral = await receivedReferral(running, as)
})

const told = async (...entries: unknown[]) => {
  for (const entry of entries) {
    referral = (await sendChange(running, as, referral, ['POST', '/evidence', entry])).json()
  }
}

const rowIn = async (list: WorklistName): Promise<WorklistRow | undefined> => {
  const { rows } = await pageOf(running, as, { ...listAsked(list), size: 100 })
  return rows.find(({ id }) => id === referral.id)
}

const recentCare = { ...letter, patient: { ...letter.patient, careDays: 6 } }

describe('A row of a list', () => {
  it('says when care reaches two weeks, and what that changes', async () => {
    await told(recentCare, report('acute'))
    expect(await rowIn('open')).toMatchObject({
      outcome: 'does-not-meet',
      nextChangeOn: '2026-11-28',
      nextOutcome: 'meets',
      nextReason: 'care reaches two weeks',
      readyOn: '2026-11-28',
      screenedOn: '2026-11-21',
      outOfDate: false,
    })
  })

  it('says when the fracture passes the limit of its age', async () => {
    await told(letter, report('acute'))
    expect(await rowIn('open')).toMatchObject({
      outcome: 'meets',
      nextChangeOn: '2027-01-13',
      nextOutcome: 'needs-surgeon-review',
      nextReason: 'the fracture at L1 passes the clinic-set limit of its age',
    })
  })

  it('says so when its outcome is of a day before the calendar changed it, and so does the export', async () => {
    await told(recentCare, report('acute'))
    referral = (await sendStep(running, as, referral, 'closed')).json()
    expect(await rowIn('done')).toMatchObject({ outOfDate: false })
    running.clock.pass(10 * 24 * 60)
    as = await running.signIn('navigator')
    const row = await rowIn('done')
    expect(row).toMatchObject({ outcome: 'does-not-meet', screenedOn: '2026-11-21' })
    expect(row?.outOfDate).toBe(true)
    const body = listAsked('done')
    const { body: csv } = await running.send('POST', '/api/referrals/export', { as, body })
    expect(csv).toContain('does-not-meet,2026-11-21,yes')
  })
})
