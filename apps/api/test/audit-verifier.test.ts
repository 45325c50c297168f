import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Audit, auditOf } from '../src/audit/audit.ts'
import { type Acting, acting, screeningAct, writeLog } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

type Key = { name: string; id: string }
type Verifier = {
  readKey: (line: string) => Key
  checkReceipt: (file: Uint8Array, key: Key) => { sequence: number; details: unknown }
  checkExport: (lines: Iterable<string>, key: Key) => Promise<{ size: number; erased: number }>
}

const decisions = 50

let fresh: FreshDatabase
let folder: string
let audit: Audit
let verifier: Verifier
let key: Key
let who: Acting
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-audit-'))
  const tellFault = () => undefined
  const settings = { database: fresh.database, clock: () => new Date(), tellFault }
  audit = auditOf({ ...settings, places: { folder } })
  who = await acting(fresh)
  verifier = await import(join(import.meta.dirname, '../verify/verify-receipt.mjs'))
  key = verifier.readKey(await audit.verifierLine())
})
afterAll(async () => {
  await fresh.close()
  await rm(folder, { recursive: true, force: true })
})

/** Records a screening and a decision on it; gives the decision's id. */
async function decided(place: number): Promise<string> {
  const recording = screeningAct(who)
  await audit.recordAct(recording)
  const { by, entry } = recording
  const id = randomUUID()
  const nothing = { until: null, reasonGroup: null, reasonCode: null, reasonText: null }
  await audit.recordAct({
    by,
    retry: undefined,
    entry: { ...entry, action: 'decision-recorded', on: { kind: 'decision', id } },
    decision: {
      ...nothing,
      id,
      screeningId: recording.screening?.id ?? '',
      kind: 'more-information',
      levels: [],
      departs: false,
      note: `which side, ${place}`,
      replacesId: null,
      authorId: who.accountId,
      decidedAt: new Date(),
    },
  })
  return id
}

const reader = () => ({ accountId: who.accountId, role: 'surgeon' as const })

const receiptOf = async (id: string) =>
  Buffer.from((await audit.receipts.of({ kind: 'decision', id }, reader())).text)

/** Asked a hundred thousand times: what refuses need not tell from where. */
const accepts = (file: Uint8Array) => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return verifier.checkReceipt(file, key) !== undefined
  } catch {
    return false
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

describe('A receipt', () => {
  it('is accepted as it is, and refused with any byte of it flipped, fifty times', async () => {
    const ids = await Promise.all(Array.from({ length: decisions }, (_, place) => decided(place)))
    let flipped = 0
    for (const id of ids) {
      const receipt = await receiptOf(id)
      expect(verifier.checkReceipt(receipt, key).details).toMatchObject({ decision: { id } })
      for (let at = 0; at < receipt.length; at += 1) {
        receipt[at] = (receipt[at] ?? 0) ^ (1 << (at % 8))
        if (accepts(receipt)) expect(receipt.toString()).toBe('refused')
        receipt[at] = (receipt[at] ?? 0) ^ (1 << (at % 8))
        flipped += 1
      }
    }
    expect(flipped).toBeGreaterThan(decisions * 1_900)
  }, 120_000)

  it('is refused by another key, with another checkpoint, and when it is longer or shorter', async () => {
    const receipt = await receiptOf(await decided(1))
    const other = auditOf({
      database: fresh.database,
      clock: () => new Date(),
      tellFault: () => undefined,
      places: { folder: join(folder, 'other') },
    })
    const otherKey = verifier.readKey(await other.verifierLine())
    await writeLog(fresh, who, 3)
    await audit.sign()
    const { checkpoint } = JSON.parse((await receiptOf(await decided(2))).toString())
    const swapped = JSON.stringify({ ...JSON.parse(receipt.toString()), checkpoint })
    expect(() => verifier.checkReceipt(receipt, otherKey)).toThrow('of another key')
    expect(accepts(Buffer.from(`${swapped}\n`))).toBe(false)
    expect(accepts(Buffer.concat([receipt, Buffer.from('\n')]))).toBe(false)
    expect(accepts(receipt.subarray(0, -1))).toBe(false)
  })
})

describe('The export of a whole log', () => {
  it('is accepted as it is, and refused with a line lacking, twice, changed or out of order', async () => {
    const lines: string[] = []
    for await (const piece of await audit.signedLog()) lines.push(...piece.split('\n').slice(0, -1))
    const changes = [
      lines.toSpliced(7, 1),
      lines.toSpliced(7, 0, lines[7] ?? ''),
      lines.toSpliced(7, 2, lines[8] ?? '', lines[7] ?? ''),
      lines.with(7, (lines[7] ?? '').replace('"at":1', '"at":2')),
      lines.toSpliced(-2, 1),
      lines.slice(0, -1),
      [...lines, lines[7] ?? ''],
    ]
    expect(await verifier.checkExport(lines, key)).toMatchObject({
      size: lines.length - 2,
      erased: 0,
    })
    for (const changed of changes) {
      await expect(verifier.checkExport(changed, key)).rejects.toThrow()
    }
  })
})
