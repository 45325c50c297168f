import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Priority, ReferralState, WorklistOutcome } from '../src/contract.ts'
import { cells } from '../src/referrals/worklist-cells.ts'
import { compactTally } from '../src/referrals/worklist-tally.ts'
import { dateOf } from '../src/stored-day.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { givenReferrals } from './worklist-rows.ts'

let running: RunningApp
let people: string[]
beforeAll(async () => {
  running = await runningApp()
  people = (await running.owner.account.findMany()).map(({ id }) => id)
})
afterAll(() => running.close())

const byOwner = `"cell", "ownerId", NULL::date AS "day"`
const byDay = (column: string) => `"cell", NULL::uuid AS "ownerId", "${column}" AS "day"`

const counted = () =>
  running.owner.$queryRawUnsafe(`SELECT "by", "cell", "ownerId", "day", count(*)::int AS count FROM (
      SELECT 'owner' AS "by", ${byOwner} FROM "Referral"
      UNION ALL SELECT 'due', ${byDay('dueOn')} FROM "Referral" WHERE "dueOn" IS NOT NULL
      UNION ALL SELECT 'closing', ${byDay('closesOn')} FROM "Referral" WHERE "closesOn" IS NOT NULL
    ) AS each GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`)

const tallied = () =>
  running.owner.$queryRawUnsafe(`SELECT "by", "cell", "ownerId", "day", sum("count")::int AS count
    FROM "WorklistTally" GROUP BY 1, 2, 3, 4 HAVING sum("count") <> 0 ORDER BY 1, 2, 3, 4`)

const aDay = fc.constantFrom(null, '2026-11-20', '2026-11-21', '2026-12-01')
const change = fc.record({
  state: fc.constantFrom(...ReferralState.options),
  outcome: fc.constantFrom(...WorklistOutcome.options),
  priority: fc.constantFrom(...Priority.options),
  conflicts: fc.nat(2),
  owner: fc.option(fc.nat(2)),
  dueOn: aDay,
  closesOn: aDay,
})

describe('The tally', () => {
  it('says what counting says after any insertions and changes, added up or not', async () => {
    const ids = await givenReferrals(running, Array(30).fill({}))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(29), change), { maxLength: 6 }),
        async (changes) => {
          for (const [index, { owner, dueOn, closesOn, ...same }] of changes) {
            const days = { dueOn: dueOn && dateOf(dueOn), closesOn: closesOn && dateOf(closesOn) }
            const ownerId = owner === null ? null : (people[owner] ?? null)
            await running.database.referral.updateMany({
              where: { id: { in: [ids[index] ?? '', ids[(index + 7) % 30] ?? ''] } },
              data: { ...same, ...days, ownerId },
            })
          }
          expect(await tallied()).toEqual(await counted())
        },
      ),
      { numRuns: 25 },
    )
    await compactTally(running.database)
    expect(await tallied()).toEqual(await counted())
  })

  it('stays right when it is added up while referrals change', async () => {
    const ids = await givenReferrals(running, Array(1_500).fill({ dueOn: '2026-11-25' }))
    const changing = ids.map(
      (id, index) => () =>
        running.database.referral.update({
          where: { id },
          data: { state: index % 2 ? 'in-triage' : 'closed', priority: 'soon' },
        }),
    )
    const compacting = Array.from({ length: 10 }, () => () => compactTally(running.database))
    const acts = [...changing, ...compacting].map((act, index) => ({
      act,
      at: (index * 7919) % 1510,
    }))
    const inTurn = acts.toSorted((one, other) => one.at - other.at)
    for (let from = 0; from < inTurn.length; from += 8) {
      await Promise.all(inTurn.slice(from, from + 8).map(({ act }) => act()))
    }
    await compactTally(running.database)
    expect(await tallied()).toEqual(await counted())
    expect(await running.owner.worklistTally.count()).toBeLessThan(1_500)
  })

  it('numbers the cells as the database does', async () => {
    const given = cells.map(({ state, outcome, priority, conflict }) => ({
      ...{ state, outcome, priority },
      conflicts: conflict ? 2 : 0,
    }))
    const ids = await givenReferrals(running, given)
    const rows = await running.owner.$queryRaw<{ id: string; cell: number }[]>`
      SELECT "id", "cell" FROM "Referral"`
    const cellOf = new Map(rows.map(({ id, cell }) => [id, cell]))
    expect(ids.map((id) => cellOf.get(id))).toEqual(cells.map(({ cell }) => cell))
  })
})
