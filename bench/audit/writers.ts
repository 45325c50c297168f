import { randomUUID } from 'node:crypto'
import { Findings } from '@kyphoscreen/rules'
import type { Screening } from '../../apps/api/generated/prisma/client.ts'
import { actsOf } from '../../apps/api/src/audit/acts.ts'
import { entryHash } from '../../apps/api/src/audit/entry-hash.ts'
import { recordOf } from '../../apps/api/src/audit/record-of.ts'
import { sealedRecord } from '../../apps/api/src/audit/seal.ts'
import { once } from '../../apps/api/src/idempotency/once.ts'
import { rowIds } from '../../apps/api/src/imports/row-ids.ts'
import type { Database } from '../../apps/api/src/postgres/client.ts'
import { screenedColumns } from '../../apps/api/src/screenings/screened-columns.ts'

/** Who writes, and of which patient. */
export type Writer = { accountId: string; patientId: string }

const findings = Findings.parse({
  assessedOn: '2026-11-21',
  patient: {
    ageYears: 78,
    painScore: 8,
    painScale: 'NRS-0-10',
    qualityOfLifeLimited: true,
    careModalities: ['pain-medication'],
    careStartedOn: '2026-10-28',
    careResponse: 'failed',
  },
  levels: [
    { level: 'L1', onsetOn: '2026-10-20', mriPerformedOn: '2026-11-10', mriFinding: 'acute' },
  ],
})

type Head = { sequence: bigint; hash: Uint8Array<ArrayBuffer> }

const nextId = rowIds()

const columnsOf = ({ accountId: authorId, patientId }: Writer) => ({
  ...screenedColumns(findings),
  id: nextId(),
  authorId,
  patientId,
  recordedAt: new Date(),
})

const rowOf = (writer: Writer) =>
  ({ ...columnsOf(writer), referralId: null, facts: null }) as unknown as Screening

const told = ({ accountId, patientId }: Writer, id: string) => ({
  by: {
    who: { accountId, username: 'bench', role: 'surgeon' as const },
    address: '127.0.0.1',
    requestId: randomUUID(),
  },
  entry: { action: 'screening-recorded' as const, on: { kind: 'screening', id }, patientId },
})

const retryOf = ({ accountId }: Writer) => ({
  accountId,
  key: randomUUID(),
  requestHash: 'bench',
})

/** The same rows as the application would chain them itself: the log's head is locked first, for its hash is needed. */
const underLock = (owner: Database) => async (writer: Writer) => {
  const data = columnsOf(writer)
  const { by, entry } = told(writer, data.id)
  await owner.$transaction(async (transaction) => {
    const [head] = await transaction.$queryRaw<Head[]>`SELECT * FROM "AuditHead" FOR UPDATE`
    if (!head) throw new Error('the log has no head')
    const row = await transaction.screening.create({ data })
    await transaction.idempotentReply.create({ data: { ...retryOf(writer), status: 201 } })
    const { event: bytes, salt } = sealedRecord(by, entry, recordOf({ screening: row }))
    const [at, sequence] = [new Date(), head.sequence + 1n]
    const chained = { sequence, at, previous: head.hash, bytes: new Uint8Array(bytes) }
    const hash = new Uint8Array(entryHash(chained))
    const { action, on, patientId } = entry
    const columns = { action, outcome: 'done', patientId, onKind: on.kind, onId: on.id }
    const { accountId } = writer
    await transaction.auditEntry.create({ data: { ...chained, hash, accountId, ...columns } })
    await transaction.auditDetail.create({ data: { sequence, salt: new Uint8Array(salt ?? []) } })
    await transaction.auditHead.updateMany({ data: { sequence, at, hash } })
  })
}

/**
 * Four ways to write a screening: as the product does, its row alone, the product's rows in Prisma's interactive
 * transaction with the database's own function for the entry, and the same with nothing but Prisma.
 */
export function writersOf(database: Database, owner: Database) {
  const record = actsOf(database)
  const chained = async (writer: Writer) => {
    const screening = rowOf(writer)
    await record({ ...told(writer, screening.id), retry: retryOf(writer), screening })
  }
  const bare = async (writer: Writer) => {
    await database.screening.create({ data: columnsOf(writer) })
  }
  const interactive = async (writer: Writer) => {
    await once(database, retryOf(writer), async (transaction, tell) => {
      const data = columnsOf(writer)
      const row = await transaction.screening.create({ data, include: { author: true } })
      tell({ ...told(writer, row.id), record: { screening: row } })
      return { id: row.id }
    })
  }
  return { chained, bare, interactive, locked: underLock(owner) }
}
