import { type Act, actsOf } from '../../apps/api/src/audit/acts.ts'
import { entryHash } from '../../apps/api/src/audit/entry-hash.ts'
import { recordOf } from '../../apps/api/src/audit/record-of.ts'
import { sealedRecord } from '../../apps/api/src/audit/seal.ts'
import { once, type Retry, type Transaction } from '../../apps/api/src/idempotency/once.ts'
import type { Database } from '../../apps/api/src/postgres/client.ts'
import type { RecordKind, Writer } from './records.ts'

type Head = { sequence: bigint; hash: Uint8Array<ArrayBuffer> }

const bytesOf = (bytes: Uint8Array | null) => new Uint8Array(bytes ?? [])

const idOf = ({ screening, decision }: Act) => ({ id: screening?.id ?? decision?.id ?? '' })

/** Writes an act's entry as the application would chain it itself, on a head that it has locked. */
async function chainedByHand(transaction: Transaction, head: Head, { by, entry, ...act }: Act) {
  const { event, salt } = sealedRecord(by, entry, recordOf(act))
  const [at, sequence] = [new Date(), head.sequence + 1n]
  const chained = { sequence, at, previous: head.hash, bytes: bytesOf(event) }
  const hash = bytesOf(entryHash(chained))
  const { action, on = null, patientId = null } = entry
  const told = { accountId: by.who?.accountId ?? null, action, outcome: 'done', patientId }
  const columns = { ...told, onKind: on?.kind ?? null, onId: on?.id ?? null }
  await transaction.auditEntry.create({ data: { ...chained, hash, ...columns } })
  await transaction.auditDetail.create({ data: { sequence, salt: bytesOf(salt) } })
  await transaction.auditHead.updateMany({ data: { sequence, at, hash } })
}

/**
 * Four ways to write a record: as the product does; its row alone; the product's rows in Prisma's interactive
 * transaction, which locks the log's head last, in the database's function; and the same with the head locked first,
 * as an application has to that chains the entries itself.
 */
export function writersOf(
  { database, owner }: { database: Database; owner: Database },
  { actOf, store }: RecordKind,
) {
  const record = actsOf(database)
  const chained = async (writer: Writer) => {
    await record(actOf(writer))
  }
  const bare = async (writer: Writer) => {
    await store(database, actOf(writer))
  }
  const interactive = async (writer: Writer) => {
    const act = actOf(writer)
    await once(database, act.retry, async (transaction, tell) => {
      await store(transaction, act)
      tell({ by: act.by, entry: act.entry, record: act })
      return idOf(act)
    })
  }
  const locked = async (writer: Writer) => {
    const act = actOf(writer)
    const body = idOf(act)
    await owner.$transaction(async (transaction) => {
      const [head] = await transaction.$queryRaw<Head[]>`SELECT * FROM "AuditHead" FOR UPDATE`
      if (!head) throw new Error('the log has no head')
      await store(transaction, act)
      const retry = act.retry as Retry
      await transaction.idempotentReply.create({ data: { ...retry, status: 201, body } })
      await chainedByHand(transaction, head, act)
    })
  }
  return { chained, bare, interactive, locked }
}
