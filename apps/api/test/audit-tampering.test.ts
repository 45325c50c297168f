import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../generated/prisma/client.ts'
import { auditOf } from '../src/audit/audit.ts'
import { canonicalJson } from '../src/audit/canonical-json.ts'
import { type Checked, checkLog, checkStored, type HeldElsewhere } from '../src/audit/check-log.ts'
import { type Logged, logCheck } from '../src/audit/log-check.ts'
import { loggedPages } from '../src/audit/logged-pages.ts'
import { recordOf } from '../src/audit/record-of.ts'
import type { Transaction } from '../src/idempotency/once.ts'
import { chanceFrom, openUp, putInPlace, type Rows } from './audit-attacker.ts'
import { attacks, guarded } from './audit-attacks.ts'
import { acting, writeLog } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const times = 100
const timesCarriedOut = 5

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
  let rows: Rows
  let sealOf: (entry: AuditEntry) => Logged['seal']
  beforeAll(async () => {
    await fresh.owner.$transaction(openUp)
    const inOrder = { orderBy: { sequence: 'asc' } } as const
    const entries = await fresh.owner.auditEntry.findMany(inOrder)
    const checkpoints = await fresh.owner.auditCheckpoint.findMany({ orderBy: { size: 'asc' } })
    rows = { entries, checkpoints }
    const details = await fresh.owner.auditDetail.findMany(inOrder)
    const screenings = await fresh.owner.screening.findMany()
    const records = new Map(
      screenings.map((screening) => [
        screening.id,
        Buffer.from(canonicalJson(recordOf({ screening }))),
      ]),
    )
    sealOf = ({ sequence, onId }) => {
      const seal = details.find((detail) => detail.sequence === sequence)
      return seal ? { ...seal, details: seal.details ?? records.get(onId ?? '') ?? null } : null
    }
  })

  const attacked = (kind: string, seed: number): Rows => {
    const key = { name: held.verifier.name, privateKey }
    return attacks[kind]?.({ ...rows, chance: chanceFrom(seed), key }) ?? rows
  }

  it.each(Object.keys(attacks))('is found each time: %s', async (kind) => {
    const missed: number[] = []
    for (let seed = 0; seed < times; seed += 1) {
      const { entries, checkpoints } = attacked(kind, seed)
      const page = entries.map((entry) => ({ entry, seal: sealOf(entry) }))
      const { fault } = await checkStored({ pages: [page], checkpoints }, held)
      if (!fault) missed.push(seed)
    }
    expect(missed).toEqual([])
  })

  it.each(Object.keys(attacks))('is found where it is carried out: %s', async (kind) => {
    for (let seed = 0; seed < timesCarriedOut; seed += 1) {
      const checked = await checkedAfter((database) => putInPlace(database, attacked(kind, seed)))
      expect(checked?.fault?.what).toMatch(/^(?!unguarded)/)
    }
  })

  it('is not found where nothing is changed', async () => {
    const page = rows.entries.map((entry) => ({ entry, seal: sealOf(entry) }))
    const checked = await checkStored({ pages: [page], checkpoints: rows.checkpoints }, held)
    expect(checked).toEqual({ size: 12, fault: null })
  })
})
