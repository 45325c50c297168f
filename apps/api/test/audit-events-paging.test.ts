import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theServer } from '../src/audit/entry.ts'
import { sealed } from '../src/audit/seal.ts'
import type { AuditPage } from '../src/contract.ts'
import { type Reading, readingOf } from './audit-asked.ts'
import { runningApp } from './running-app.ts'

let reading: Reading
beforeAll(async () => {
  reading = await readingOf(await runningApp())
})
afterAll(() => reading.running.close())

describe('The pages of the log', () => {
  const patientId = randomUUID()
  const views = async (count: number) => {
    for (let one = 0; one < count; one++)
      await reading.note({ action: 'patient-viewed', patientId })
  }
  const shown = ({ entries }: AuditPage) => entries.map(({ sequence }) => sequence)
  const filter = { patientId, group: 'views' } as const

  it('hold 50 entries, and those beside a page stay where they are while entries arrive', async () => {
    await views(120)
    const first = await reading.search(filter)
    await views(3)
    const second = await reading.search(filter, { olderThan: first.older ?? 0 })
    const third = await reading.search(filter, { olderThan: second.older ?? 0 })
    const back = await reading.search(filter, { newerThan: second.newer ?? 0 })
    const all = [first, second, third].flatMap(shown)
    expect([first, second, third].map(({ entries }) => entries.length)).toEqual([50, 50, 20])
    expect(new Set(all).size).toBe(120)
    expect(all).toEqual(all.toSorted((one, next) => next - one))
    expect(shown(back)).toEqual(shown(first))
    expect(first.newer).toBeNull()
    expect(third.older).toBeNull()
    expect(back.newer).not.toBeNull()
  })

  it('say how many entries there are: exactly, and for the whole log without counting', async () => {
    const { total } = await reading.search(filter)
    const whole = await reading.search({})
    expect(total).toEqual({ count: 123, more: false })
    expect(whole.total).toEqual({ count: whole.entries[0]?.sequence, more: false })
  })
})

/** Writes an entry as a clock would that is an hour fast. */
async function inAnHour(patientId: string) {
  const { owner } = reading.running
  const { event } = sealed(theServer, { action: 'print', patientId })
  await owner.$executeRaw`
    UPDATE "AuditHead" SET "sequence" = "sequence" + 1, "at" = "at" + interval '1 hour'`
  await owner.$executeRaw`
    INSERT INTO "AuditEntry" ("sequence", "at", "previous", "hash", "bytes", "action", "outcome", "patientId")
    SELECT "sequence", "at", '', '', ${event}, 'print', 'done', ${patientId}::uuid FROM "AuditHead"`
}

describe('A time in the log', () => {
  it('begins with its first instant and ends before its last', async () => {
    const patientId = randomUUID()
    for (let one = 0; one < 4; one++) {
      await reading.note({ action: 'patient-viewed', patientId })
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const { entries } = await reading.search({ patientId })
    const [last, third, second, first] = entries.map(({ at }) => at)
    const between = await reading.search({ patientId, from: second ?? '', until: last ?? '' })
    const before = await reading.search({ patientId, until: first ?? '' })
    expect(between.entries.map(({ at }) => at)).toEqual([third, second])
    expect(before).toMatchObject({ entries: [], total: { count: 0, more: false } })
  })

  it('loses nothing to a clock that went back', async () => {
    const patientId = randomUUID()
    await inAnHour(patientId)
    await reading.note({ action: 'patient-viewed', patientId })
    const soon = new Date(Date.now() + 1_800_000).toISOString()
    const late = await reading.search({ from: soon })
    const early = await reading.search({ patientId, group: 'views', until: soon })
    const [moved] = (await reading.search({ group: 'server' })).entries
    expect(late.entries.map(({ action }) => action)).toEqual(['print'])
    expect(early.entries.map(({ action }) => action)).toEqual(['patient-viewed'])
    expect(moved?.action).toBe('clock-moved-back')
  })
})
