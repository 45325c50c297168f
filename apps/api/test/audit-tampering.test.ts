import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../generated/prisma/client.ts'
import { auditOf } from '../src/audit/audit.ts'
import { type Checked, checkLog, type HeldElsewhere } from '../src/audit/check-log.ts'
import { logCheck } from '../src/audit/log-check.ts'
import { loggedPages } from '../src/audit/logged-pages.ts'
import type { Transaction } from '../src/idempotency/once.ts'
import { openUp } from './audit-attacker.ts'
import { attacks, guarded } from './audit-attacks.ts'
import { acting, writeLog } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const times = 100

let fresh: FreshDatabase
let folder: string
let held: HeldElsewhere
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-audit-'))
  const places = { folder }
  const tellFault = () => undefined
  const audit = auditOf({ database: fresh.database, clock: () => new Date(), places, tellFault })
  const who = await acting(fresh)
  for (const entries of [4, 8]) {
    await writeLog(fresh, who, entries)
    await audit.sign()
  }
  const verifier = await audit.verifier()
  held = { checkpoints: await audit.outside.checkpoints(verifier), verifier }
})
afterAll(async () => {
  await fresh.close()
  await rm(folder, { recursive: true, force: true })
})

/** Numbers between 0 and 1 that are the same in each run. */
const chanceFrom = (seed: number) => {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const rolledBack = new Error('rolled back')
const { privateKey } = generateKeyPairSync('ed25519')

/** Does what an attacker does, checks the log, and takes it back. */
async function checkedAfter(
  attack: (database: Transaction) => Promise<unknown>,
): Promise<Checked | undefined> {
  let checked: Checked | undefined
  const attacked = fresh.owner.$transaction(async (database) => {
    await attack(database)
    checked = await checkLog(database, held)
    throw rolledBack
  })
  await expect(attacked).rejects.toBe(rolledBack)
  return checked
}

describe('A log that nobody has touched', () => {
  it('is found right a thousand times', async () => {
    const { value: page = [] } = await loggedPages(fresh.database).next()
    for (let time = 0; time < 1_000; time += 1) {
      const check = logCheck(held.checkpoints)
      expect([...page.map(check.add), check.end()].filter((fault) => fault)).toEqual([])
    }
    expect(await checkLog(fresh.database, held)).toEqual({ size: 12, fault: null })
  })
})

describe('A log whose triggers the database’s superuser takes off', () => {
  it.each(guarded)('is found unguarded each time: %s', async (table) => {
    for (let time = 0; time < times / guarded.length; time += 1) {
      const checked = await checkedAfter((database) =>
        database.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`),
      )
      expect(checked?.fault?.what).toBe('unguarded')
    }
  })
})

describe('A recorded screening that the database’s superuser moves to another patient', () => {
  it('is found not to be what was sealed', async () => {
    const checked = await checkedAfter(async (database) => {
      await database.$executeRaw`ALTER TABLE "Screening" DISABLE TRIGGER ALL`
      await database.$executeRaw`
        UPDATE "Screening" SET "patientId" = (SELECT "id" FROM "Patient" WHERE "id" <> "patientId" LIMIT 1)
        WHERE "id" = (SELECT "id" FROM "Screening" LIMIT 1)`
    })
    expect(checked?.fault?.what).toBe('details')
  })
})

describe('An attack on the log by the database’s superuser, whose guards are off', () => {
  let entries: AuditEntry[]
  beforeAll(async () => {
    await fresh.owner.$transaction(openUp)
    entries = await fresh.owner.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
  })

  it.each(Object.keys(attacks))('is found each time: %s', async (kind) => {
    const key = { name: held.verifier.name, privateKey }
    const missed: number[] = []
    for (let seed = 0; seed < times; seed += 1) {
      const chance = chanceFrom(seed)
      const checked = await checkedAfter(async (database) =>
        attacks[kind]?.({ database, entries, chance, key }),
      )
      if (!checked?.fault || checked.fault.what === 'unguarded') missed.push(seed)
    }
    expect(missed).toEqual([])
  })
})
