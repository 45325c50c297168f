import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grouped } from '../src/audit/grouped.ts'
import { meetingFindings, type RunningApp, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

const record = (key: string) =>
  running.send('POST', '/api/screenings', {
    as,
    body: { patientId, findings: meetingFindings },
    headers: { 'idempotency-key': key },
  })

const screenings = () => running.owner.screening.count({ where: { patientId } })

describe('When the log cannot be written', () => {
  it('nothing is recorded, and the same request may be sent again', async () => {
    await running.owner.$executeRaw`
      ALTER TABLE "AuditEntry" ADD CONSTRAINT "full" CHECK ("action" <> 'screening-recorded') NOT VALID`
    const refused = await record('once-more')
    const kept = await running.owner.idempotentReply.count({ where: { key: 'once-more' } })
    expect(refused.statusCode).toBe(503)
    expect(refused.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:audit-unwritable' })
    expect([await screenings(), kept]).toEqual([0, 0])
    await running.owner.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT "full"`
    expect((await record('once-more')).statusCode).toBe(201)
    expect(await screenings()).toBe(1)
  })

  it('no receipt is given', async () => {
    const { id } = await running.owner.screening.findFirstOrThrow()
    await running.owner.$executeRaw`
      ALTER TABLE "AuditEntry" ADD CONSTRAINT "full" CHECK ("action" <> 'receipt-made') NOT VALID`
    const answer = await running.send('GET', `/api/screenings/${id}/receipt`, { as })
    await running.owner.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT "full"`
    expect(answer.statusCode).toBe(503)
  })
})

describe('Things that are done together', () => {
  const double = grouped(
    async (numbers: readonly number[]) => {
      groups.push(numbers.length)
      await Promise.resolve()
      if (numbers.includes(13)) throw new Error('not thirteen')
      return numbers.map((number) => number * 2)
    },
    { most: 4, beside: 3 },
  )
  let groups: number[] = []

  it('form a group when they arrive at once, no larger than may be', async () => {
    groups = []
    expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10])
    expect(groups).toEqual([4, 1])
  })

  it('form two groups beside each other when they are enough', async () => {
    groups = []
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(double))).toEqual([2, 4, 6, 8, 10, 12])
    expect(groups).toEqual([3, 3])
  })

  it('are done one by one when one of them cannot be, and only that one fails', async () => {
    groups = []
    const answers = await Promise.allSettled([1, 2, 13, 4].map(double))
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(groups).toEqual([4, 1, 1, 1, 1])
  })
})
