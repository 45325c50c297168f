import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Audit, auditOf } from '../src/audit/audit.ts'
import { checkStored, type StoredLog } from '../src/audit/check-log.ts'
import { signCheckpoint } from '../src/audit/checkpoint.ts'
import { entryHash } from '../src/audit/entry-hash.ts'
import type { Fault } from '../src/audit/fault.ts'
import type { Logged } from '../src/audit/log-check.ts'
import { loggedPages } from '../src/audit/logged-pages.ts'
import { withEvent } from './audit-attacker.ts'
import { acting, writeLog } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const folder = join(tmpdir(), `kyphoscreen-audit-${randomUUID()}`)

let fresh: FreshDatabase
let audit: Audit
let page: Logged[]
let checkpoints: StoredLog['checkpoints']
beforeAll(async () => {
  fresh = await freshDatabase()
  const settings = { database: fresh.database, clock: () => new Date(), places: { folder } }
  audit = auditOf({ ...settings, tellFault: () => undefined })
  const who = await acting(fresh)
  await writeLog(fresh, who, 3)
  await audit.sign()
  await writeLog(fresh, who, 6)
  page = (await loggedPages(fresh.database).next()).value ?? []
  checkpoints = await fresh.database.auditCheckpoint.findMany()
})
afterAll(async () => {
  await fresh.close()
  await rm(folder, { recursive: true, force: true })
})

/** The last two entries were written after the last checkpoint, so that nothing but the chain can show what is wrong. */
const at = 7

const changed = (change: (logged: Logged) => Logged) =>
  page.map((logged, place) => (place === at ? change(logged) : logged))

const faultOf = async (entries: readonly Logged[], kept = checkpoints): Promise<Fault | null> => {
  const verifier = await audit.verifier()
  const held = { checkpoints: await audit.outside.checkpoints(verifier), verifier }
  return (await checkStored({ pages: [entries], checkpoints: kept }, held)).fault
}

const withEntry = (entry: Partial<Logged['entry']>) =>
  changed((logged) => ({ ...logged, entry: { ...logged.entry, ...entry } }))

const changes: [Fault['what'], string, () => Logged[]][] = [
  ['gap', 'an entry is missing', () => page.toSpliced(at, 1)],
  ['gap', 'an entry is there twice', () => page.toSpliced(at, 0, page[at] as Logged)],
  ['chain', 'the hash is another', () => withEntry({ hash: Buffer.alloc(32) as never })],
  ['chain', 'the hash before is another', () => withEntry({ previous: Buffer.alloc(32) as never })],
  [
    'chain',
    'an entry begins a chain of its own',
    () =>
      changed(({ entry, seal }) => {
        const fork = { ...entry, previous: new Uint8Array(32) }
        return { entry: { ...fork, hash: new Uint8Array(entryHash(fork)) }, seal }
      }),
  ],
  ['chain', 'the time is another', () => withEntry({ at: new Date(0) })],
  [
    'chain',
    'the event is another',
    () => changed(({ entry, seal }) => ({ entry: withEvent(entry, { reason: 'other' }), seal })),
  ],
  ['columns', 'the columns name another patient', () => withEntry({ patientId: randomUUID() })],
  ['columns', 'the columns name another account', () => withEntry({ accountId: null })],
  ['columns', 'the columns name another action', () => withEntry({ action: 'print' })],
  ['columns', 'the columns name another outcome', () => withEntry({ outcome: 'failed' })],
  ['columns', 'the columns name something else', () => withEntry({ onKind: 'x', onId: 'y' })],
  [
    'details',
    'there are details that the event does not seal',
    () => changed(({ entry }) => ({ entry, seal: { salt: Buffer.alloc(16), details: null } })),
  ],
  [
    'details',
    'details are gone',
    () => page.map(({ entry, seal }) => ({ entry, seal: seal && { ...seal, details: null } })),
  ],
]

describe('A log of which the newest entries are not signed yet', () => {
  it('is right as it is', async () => {
    expect(await faultOf(page)).toBeNull()
  })

  it.each(changes)('has the fault "%s" when %s', async (what, _, change) => {
    expect((await faultOf(change()))?.what).toBe(what)
  })

  it('has a forged checkpoint found in the database, also over the right root', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const { name } = await audit.verifier()
    const note = ({ size, root }: StoredLog['checkpoints'][number]) =>
      signCheckpoint({ size: Number(size), root: Buffer.from(root) }, { name, privateKey })
    const forged = checkpoints.map((checkpoint) => ({ ...checkpoint, note: note(checkpoint) }))
    const moved = checkpoints.map((checkpoint) => ({ ...checkpoint, size: 2n }))
    expect(await faultOf(page, forged)).toEqual({ what: 'checkpoint', sequence: 3 })
    expect(await faultOf(page, moved)).toEqual({ what: 'checkpoint', sequence: 2 })
  })

  it('is not signed when an entry does not follow from the one before', async () => {
    await fresh.owner.$transaction([
      fresh.owner.$executeRaw`ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL`,
      fresh.owner
        .$executeRaw`UPDATE "AuditEntry" SET "at" = "at" - interval '1 hour' WHERE "sequence" = 8`,
    ])
    await expect(audit.sign()).rejects.toThrow('log-at-fault')
    expect(audit.integrity.known().fault).toEqual({ what: 'chain', sequence: 8 })
  })
})
