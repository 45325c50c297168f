import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditFigures } from '../src/contract.ts'
import { against, decided } from './a-decision.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { type Reading, readingOf } from './audit-asked.ts'
import { recorded, registered, runningApp } from './running-app.ts'
import { letter, report } from './told-evidence.ts'

let reading: Reading
beforeAll(async () => {
  reading = await readingOf(await runningApp())
})
afterAll(() => reading.running.close())

const figures = async (from: string | null): Promise<AuditFigures> => {
  const asked = { as: reading.admin, body: { from } }
  return (await reading.running.send('POST', '/api/audit/figures', asked)).json()
}

it('Figures count outcomes, the decisions that stand, why they depart, and the days they took', async () => {
  const { running, surgeon } = reading
  const { id: patientId } = await registered(running, surgeon)
  const { id } = await recorded(running, surgeon, patientId)
  const first = await decided(running, surgeon, id)
  await decided(running, surgeon, id, { ...against, replaces: first.id })
  await decided(running, surgeon, (await recorded(running, surgeon, patientId)).id)
  const received = { patientId, receivedOn: '2026-11-11' }
  let referral = await receivedReferral(running, surgeon, received)
  for (const evidence of [letter, report('acute')]) {
    const sent = await sendChange(running, surgeon, referral, ['POST', '/evidence', evidence])
    referral = sent.json()
  }
  const path = ['POST', '/screenings', undefined] as const
  const screening = (await sendChange(running, surgeon, referral, [...path])).json()
  await decided(running, surgeon, screening.id)

  const { outcomes, decisions, reasons, days } = await figures(null)
  expect(outcomes).toContainEqual({ month: '2026-11', outcome: 'meets', count: 3 })
  expect(decisions).toEqual([
    { outcome: 'meets', kind: 'not-pursued', departs: true, count: 1 },
    { outcome: 'meets', kind: 'plan-kyphoplasty', departs: false, count: 2 },
  ])
  expect(reasons).toEqual([{ group: 'patient-preference', code: 'declines-procedure', count: 1 }])
  expect(days).toEqual({
    median: 10,
    buckets: [
      { upTo: 7, count: 0 },
      { upTo: 14, count: 1 },
      { upTo: 28, count: 0 },
      { upTo: 56, count: 0 },
      { upTo: null, count: 0 },
    ],
  })
})

it('Figures of a time that has not come are empty, and have no median', async () => {
  const { outcomes, days } = await figures('2030-01-01T00:00:00Z')
  expect(outcomes).toEqual([])
  expect(days.median).toBeNull()
})
