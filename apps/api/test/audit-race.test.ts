import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsOf } from '../src/audit/acts.ts'
import { appendEntry } from '../src/audit/append.ts'
import { journalOf } from '../src/audit/journal.ts'
import { openDatabase } from '../src/postgres/client.ts'
import { acting, screeningAct } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const processes = 4
const writersOfEach = 8
const writesOfEach = 6

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

/** Writes one after the other in three ways, as one of the clients of a process. */
const writer = async (url: string) => {
  const who = await one
  const database = openDatabase(url, { connections: 4 })
  const [record, { note }] = [actsOf(database), journalOf(database)]
  const ways = [
    () => record(screeningAct(who)),
    () => note(who.by, { action: 'patient-viewed', patientId: who.patients[0] }),
    () =>
      database.$transaction((transaction) =>
        appendEntry(transaction, who.by, { action: 'sign-out' }),
      ),
  ]
  const client = async (number: number) => {
    for (let write = 0; write < writesOfEach; write += 1) await ways[(number + write) % 3]?.()
  }
  await Promise.all(Array.from({ length: writersOfEach }, (_, number) => client(number)))
  await database.$disconnect()
}

let one: ReturnType<typeof acting>

describe('Thirty-two writers of four processes', () => {
  it('write one chain without gap or fork, and every act has its entry', async () => {
    one = acting(fresh)
    await Promise.all(Array.from({ length: processes }, () => writer(fresh.appUrl)))
    const entries = await fresh.owner.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
    const numbers = entries.map(({ sequence }) => Number(sequence))
    const follows = entries.slice(1).map(({ previous }) => Buffer.from(previous).toString('hex'))
    const hashes = entries.slice(0, -1).map(({ hash }) => Buffer.from(hash).toString('hex'))
    const writes = processes * writersOfEach * writesOfEach
    const screenings = await fresh.owner.screening.findMany({ select: { id: true } })
    const told = entries.flatMap(({ action, onId }) =>
      action === 'screening-recorded' ? [onId] : [],
    )
    expect(numbers).toEqual(Array.from({ length: writes }, (_, place) => place + 1))
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
