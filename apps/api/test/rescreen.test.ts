import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { addDays } from '@kyphoscreen/rules'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Prisma } from '../generated/prisma/client.ts'
import { openDatabase } from '../src/postgres/client.ts'
import { columnsOfDay } from '../src/referrals/columns-of-day.ts'
import { keptFacts } from '../src/referrals/evidence-kept.ts'
import { reasons, rescreenDue, selectDue } from '../src/referrals/rescreen.ts'
import { standingColumns } from '../src/referrals/standing.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { drawReferrals, type Invented, storeReferrals } from './many-referrals.ts'

const today = '2026-11-21'
let drawn: Invented[]
beforeAll(() => {
  drawn = drawReferrals(60, today)
})
const open: FreshDatabase[] = []
let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
  open.push(fresh)
})
afterAll(() => Promise.all(open.map(({ close }) => close())))

/** Every derived column as stored, days as they are written. */
const stored = async () => {
  const rows = await fresh.owner.$queryRawUnsafe<{ columns: object }[]>(
    `SELECT jsonb_build_object('id', id, 'outcome', outcome, 'urgent', urgent, 'decisive', decisive,
       'nextChangeOn', "nextChangeOn", 'nextOutcome', "nextOutcome", 'readyOn', "readyOn",
       'closesOn', "closesOn", 'rulesetHash', "rulesetHash") AS columns
     FROM "Referral" ORDER BY id`,
  )
  return rows.map(({ columns }) => columns)
}

/** Tells how referrals stand on a day by the rules alone; one without a level takes its urgency from its evidence. */
const freshlyScreened = (invented: readonly Invented[], day: string) =>
  invented
    .map(({ id, facts, birthDate }) => {
      const kept = keptFacts(facts)
      const { screenedOn: _, ...columns } = columnsOfDay(kept, birthDate, day)
      const { urgent } = kept === null ? standingColumns(facts, birthDate, day) : columns
      return { id, ...columns, urgent }
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1))

const copiesOf = (invented: readonly Invented[], times: number): Invented[] =>
  Array.from({ length: times }, () => invented.map((one) => ({ ...one, id: randomUUID() }))).flat()

const dueOn = (day: string) =>
  fresh.owner.referral.count({ where: { nextChangeOn: { lte: new Date(day) } } })

/** Writes down every update of a referral, so that one that happens twice is seen. */
const countUpdates = async () => {
  for (const statement of [
    'CREATE TABLE "Screened" (id uuid)',
    `CREATE FUNCTION "count_screened"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
     BEGIN INSERT INTO public."Screened" VALUES (NEW.id); RETURN NULL; END $$`,
    `CREATE TRIGGER "count_screened" AFTER UPDATE ON "Referral"
     FOR EACH ROW EXECUTE FUNCTION "count_screened"()`,
  ]) {
    await fresh.owner.$executeRawUnsafe(statement)
  }
}

describe('screening again', { timeout: 60_000 }, () => {
  it('keeps every stored outcome equal to a fresh one on each of 120 days, and touches only what is due', async () => {
    const invented = drawn
    await storeReferrals(fresh, invented, today)
    let touched = 0
    for (let ahead = 0; ahead <= 120; ahead++) {
      const day = addDays(today, ahead)
      const due = await dueOn(day)
      expect(await rescreenDue(fresh.database, day)).toBe(due)
      touched += due
      const [kept, anew] = [await stored(), freshlyScreened(invented, day)]
      if (!isDeepStrictEqual(kept, anew)) expect(kept).toEqual(anew)
    }
    expect(touched).toBeGreaterThan(invented.length)
    expect(touched).toBeLessThan(invented.length * 4)
  })

  it('is done once for each referral by four at once, and leaves none', async () => {
    await storeReferrals(fresh, copiesOf(drawn, 6), today)
    await countUpdates()
    const later = addDays(today, 90)
    const due = await dueOn(later)
    const others = [1, 2, 3, 4].map(() => openDatabase(fresh.appUrl, { connections: 2 }))
    const done = await Promise.all(others.map((database) => rescreenDue(database, later)))
    await Promise.all(others.map((database) => database.$disconnect()))
    const [updates] = await fresh.owner.$queryRawUnsafe<[{ all: bigint; distinct: bigint }]>(
      'SELECT count(*) AS all, count(DISTINCT id) AS distinct FROM "Screened"',
    )
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(due)
    expect([Number(updates.all), Number(updates.distinct)]).toEqual([due, due])
    expect(await dueOn(later)).toBe(0)
  })

  it('of every open referral follows a change of the rules; what is decided or closed stays until it is opened', async () => {
    const invented = drawn
    await storeReferrals(fresh, invented, today)
    const [decided, closed] = invented
    const old = { rulesetHash: 'sha256:older', outcome: 'contradiction' }
    await fresh.owner.referral.updateMany({ data: old })
    for (const [one, state] of [
      [decided, 'decided'],
      [closed, 'closed'],
    ] as const) {
      await fresh.owner.referral.update({ where: { id: one?.id ?? '' }, data: { state } })
    }
    expect(await rescreenDue(fresh.database, today)).toBe(58)
    expect(await fresh.owner.referral.findMany({ where: old })).toHaveLength(2)
    await fresh.owner.referral.updateMany({
      where: { state: 'closed' },
      data: { state: 'in-triage' },
    })
    expect(await rescreenDue(fresh.database, addDays(today, 1))).toBeGreaterThanOrEqual(1)
    expect(await fresh.owner.referral.findMany({ where: old })).toHaveLength(1)
  })

  it('of one that cannot be screened keeps none of the others from it', async () => {
    const invented = drawn
    await storeReferrals(fresh, invented, today)
    const [broken] = invented
    await fresh.owner.referral.updateMany({ data: { rulesetHash: 'sha256:older' } })
    await fresh.owner.referral.update({ where: { id: broken?.id ?? '' }, data: { facts: {} } })
    await expect(rescreenDue(fresh.database, today)).rejects.toThrow(TypeError)
    const left = await fresh.owner.referral.findMany({ where: { rulesetHash: 'sha256:older' } })
    expect(left.map(({ id }) => id)).toEqual([broken?.id])
  })

  it('gives no new version and tells no event', async () => {
    await storeReferrals(fresh, drawn.slice(0, 40), today)
    await rescreenDue(fresh.database, addDays(today, 90))
    expect(await fresh.owner.referral.count({ where: { version: { not: 1 } } })).toBe(0)
    expect(await fresh.owner.referralEvent.count()).toBe(0)
  })

  it('stops after the batch under way when it is told to', async () => {
    await storeReferrals(fresh, drawn.slice(0, 40), today)
    expect(await rescreenDue(fresh.database, addDays(today, 90), AbortSignal.abort())).toBe(0)
  })

  it('finds what is due by an index', async () => {
    await storeReferrals(fresh, drawn.slice(0, 40), today)
    const plans: string[] = []
    for (const reason of reasons(today)) {
      await fresh.owner.$transaction(async (transaction) => {
        await transaction.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
        const rows = await transaction.$queryRaw<object[]>(
          Prisma.sql`EXPLAIN (COSTS off) ${selectDue(reason)}`,
        )
        plans.push(JSON.stringify(rows))
      })
    }
    expect(plans).toHaveLength(3)
    for (const plan of plans) {
      expect(plan).toContain('Referral_worklist_rescreening_idx')
      expect(plan).not.toContain('Seq Scan')
    }
  })
})
