import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLog } from '../src/audit/check-log.ts'
import { logCheck } from '../src/audit/log-check.ts'
import { loggedPages } from '../src/audit/logged-pages.ts'
import { attacks } from './audit-attacks.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import type { Guard } from './intruder.ts'
import { type TamperedLog, tamperedLog } from './tampered-log.ts'

const times = 100

let fresh: FreshDatabase
let log: TamperedLog
beforeAll(async () => {
  fresh = await freshDatabase()
  log = await tamperedLog(fresh)
})
afterAll(async () => {
  await log.close()
  await fresh.close()
})

const checked = () => checkLog(fresh.database, log.held)

describe('A log that nobody has touched', () => {
  it('is found right a thousand times', async () => {
    const { value: page = [] } = await loggedPages(fresh.database).next()
    for (let time = 0; time < 1_000; time += 1) {
      const check = logCheck(log.held.checkpoints)
      expect([...page.map(check.add), check.end()].filter((fault) => fault)).toEqual([])
    }
    expect(await checked()).toEqual({ size: 5, fault: null })
  })
})

describe('A log whose guards the database’s superuser takes off', () => {
  it('is found unguarded each of a hundred times, and right when they are on again', async () => {
    const { guards, takeOff, putOn } = log.intruder
    for (let time = 0; time < times; time += 1) {
      const guard = guards[time % guards.length] as Guard
      await takeOff(guard)
      expect((await checked()).fault?.what).toBe('unguarded')
      await putOn(guard)
    }
    expect([guards.length, await checked()]).toEqual([9, { size: 5, fault: null }])
  })
})

describe('A recorded screening that the database’s superuser moves to another patient', () => {
  it('is found not to be what was sealed', async () => {
    await log.intruder.swapScreening()
    expect((await checked()).fault?.what).toBe('details')
    await log.intruder.swapScreening()
    expect((await checked()).fault).toBeNull()
  })
})

describe('An attack on the log by the database’s superuser, whose guards are off', () => {
  beforeAll(() => log.intruder.openUp())

  it.each(Object.keys(attacks))('is found each of a hundred times: %s', async (kind) => {
    const missed: number[] = []
    for (let seed = 0; seed < times; seed += 1) {
      await log.carryOut(kind, seed)
      const { fault } = await checked()
      if (!fault || fault.what === 'unguarded') missed.push(seed)
    }
    expect(missed).toEqual([])
  })
  it('is not found where everything is put back', async () => {
    await log.putBack()
    expect(await checked()).toEqual({ size: 5, fault: { what: 'unguarded', sequence: 0 } })
  })
})
