import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Audit, auditOf } from '../src/audit/audit.ts'
import { commandLog } from '../src/audit/command.ts'
import { type Acting, acting, writeLog } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const places = { folder: join(tmpdir(), `kyphoscreen-audit-${randomUUID()}`) }

let fresh: FreshDatabase
let audit: Audit
let who: Acting
beforeAll(async () => {
  fresh = await freshDatabase()
  const settings = { database: fresh.database, clock: () => new Date(), places }
  audit = auditOf({ ...settings, tellFault: () => undefined })
  who = await acting(fresh)
  await writeLog(fresh, who, 6)
  await audit.sign()
})
afterAll(async () => {
  await fresh.close()
  await rm(places.folder, { recursive: true, force: true })
})

const check = () => commandLog(fresh.ownerUrl, { action: 'check', places })

const erase = (entries: string[], why = 'court-order') =>
  commandLog(fresh.ownerUrl, { action: 'erase', entries, why })

const searches = async () =>
  (await fresh.owner.auditEntry.findMany({ where: { action: 'patients-searched' } })).map(
    ({ sequence }) => `${sequence}`,
  )

describe('The command for the log', () => {
  it('finds a log right', async () => {
    expect(await check()).toContain('The log is right: 6 entries')
  })

  it('erases what an entry seals, with its salt, and the log stays right and tells of it', async () => {
    const [search = ''] = await searches()
    await erase([search])
    const [line] = await fresh.owner.auditDetail.findMany({
      where: { details: null, sequence: BigInt(search) },
    })
    const last = await fresh.owner.auditEntry.findFirst({ orderBy: { sequence: 'desc' } })
    expect(Buffer.from(line?.salt ?? []).toString('hex')).toBe('0'.repeat(32))
    expect(last).toMatchObject({ action: 'details-erased', onId: search })
    expect(await check()).toContain('7 entries')
  })

  it('leaves an export that a verifier accepts, and that counts what is erased', async () => {
    const verifier = await import(join(import.meta.dirname, '../verify/verify-receipt.mjs'))
    const key = verifier.readKey(await audit.verifierLine())
    const pieces: string[] = []
    for await (const piece of await audit.signedLog()) pieces.push(piece)
    const lines = pieces.join('').split('\n').slice(0, -1)
    expect(await verifier.checkExport(lines, key)).toMatchObject({ size: 7, erased: 1 })
  })

  it('erases nothing twice, nothing of a recorded screening, and not without a reason', async () => {
    const [search = '', other = ''] = await searches()
    const { sequence } = await fresh.owner.auditEntry.findFirstOrThrow({
      where: { action: 'screening-recorded' },
    })
    for (const refused of [[search], [`${sequence}`], ['99'], [other, other]]) {
      await expect(erase(refused)).rejects.toThrow('details of its own')
    }
    await expect(erase([other], 'Because!')).rejects.toThrow('one word')
    await expect(erase(['first'])).rejects.toThrow('by their numbers')
    expect(await check()).toContain('7 entries')
  })

  it('finds out what was erased without an entry, and whoever is not the owner erases nothing', async () => {
    const [, other = ''] = await searches()
    const byHand = (database: FreshDatabase['owner']) =>
      database.$transaction([
        database.$executeRaw`SELECT set_config('kyphoscreen.erasing', 'on', true)`,
        database.$executeRaw`UPDATE "AuditDetail" SET "details" = NULL WHERE "sequence" = ${Number(other)}`,
      ])
    await expect(byHand(fresh.database)).rejects.toThrow('permission denied')
    await expect(
      fresh.database.$queryRaw`SELECT audit_erase(ARRAY[1::bigint], 'court-order')::text`,
    ).rejects.toThrow('permission denied')
    await byHand(fresh.owner)
    await expect(check()).rejects.toThrow('The log is at fault: what an entry seals is missing')
  })
})
