import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../src/audit/journal.ts'
import { acting } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { raceInOneProcess, racing, together } from './racing-writers.ts'

const writesOfEach = 6

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

let one: ReturnType<typeof acting>

describe('Thirty-two writers of four processes', () => {
  it('write one chain without gap or fork, and every act has its entry', async () => {
    one = acting(fresh)
    const who = await one
    const each = () => raceInOneProcess(fresh.appUrl, who, writesOfEach)
    const { answered, failed } = together(
      await Promise.all(Array.from({ length: racing.processes }, each)),
    )
    const entries = await fresh.owner.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
    const numbers = entries.map(({ sequence }) => Number(sequence))
    const follows = entries.slice(1).map(({ previous }) => Buffer.from(previous).toString('hex'))
    const hashes = entries.slice(0, -1).map(({ hash }) => Buffer.from(hash).toString('hex'))
    const screenings = await fresh.owner.screening.findMany({ select: { id: true } })
    const told = entries.flatMap(({ action, onId }) =>
      action === 'screening-recorded' ? [onId] : [],
    )
    expect(answered).toBe(racing.processes * racing.writersOfEach * writesOfEach)
    expect(numbers.length - answered).toBeGreaterThanOrEqual(0)
    expect(numbers.length - answered).toBeLessThanOrEqual(failed)
    expect(numbers).toEqual(numbers.map((_, place) => place + 1))
    expect(follows).toEqual(hashes)
    expect(told.sort()).toEqual(screenings.map(({ id }) => id).sort())
  })
})

describe('When the clock goes back', () => {
  it('the order stays, and an entry says that the clock moved', async () => {
    const { note } = journalOf(fresh.database)
    const later = new Date(Date.now() + 3_600_000)
    await fresh.owner.$executeRaw`ALTER TABLE "AuditHead" DISABLE TRIGGER "AuditHead_goes_on"`
    await fresh.owner.auditHead.updateMany({ data: { at: later } })
    await note((await one).by, { action: 'sign-out' })
    const last = await fresh.owner.auditEntry.findMany({ orderBy: { sequence: 'desc' }, take: 2 })
    expect(last.map(({ action }) => action)).toEqual(['sign-out', 'clock-moved-back'])
    expect(last[0]?.at.getTime()).toBeLessThan(later.getTime())
  })
})
