import type { AuditEntry } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'
import { ask } from '../postgres/client.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Logged } from './log-check.ts'
import { recordOf } from './record-of.ts'

const pageSize = 2_000

const noSalt = Buffer.alloc(16)

/** Details are erased with their salt; of a record that its own table keeps, the salt is there. */
const isErased = (salt: Uint8Array) => noSalt.equals(salt)

/** An entry as its table has it, beside what it seals; a pool gives its number as a text. */
type Row = Omit<AuditEntry, 'sequence' | 'shown'> & {
  sequence: bigint | string
  shown: string[] | null
  salt: Uint8Array | null
  details: Uint8Array | null
}

const page = `SELECT entry.*, detail."salt", detail."details" FROM "AuditEntry" AS entry
  LEFT JOIN "AuditDetail" AS detail USING ("sequence")
  WHERE entry."sequence" > $1 ORDER BY entry."sequence" LIMIT $2`

const written = (record: Parameters<typeof recordOf>[0]) =>
  Buffer.from(canonicalJson(recordOf(record)))

/** Reads the records that entries seal where their own tables keep them, by kind and id. */
async function recordsOf(database: Transaction, rows: readonly Row[]) {
  const kept = rows.filter(({ salt, details }) => salt && details === null)
  const ids = (kind: string) =>
    kept.flatMap(({ onKind, onId }) => (onKind === kind && onId !== null ? [onId] : []))
  const named = (kind: string) => ({ where: { id: { in: ids(kind) } } })
  const screenings = ids('screening').length
    ? await database.screening.findMany(named('screening'))
    : []
  const decisions = ids('decision').length
    ? await database.decision.findMany(named('decision'))
    : []
  return new Map([
    ...screenings.map((screening) => [screening.id, written({ screening })] as const),
    ...decisions.map((decision) => [decision.id, written({ decision })] as const),
  ])
}

const loggedOf = (
  { salt, details, sequence, shown, ...row }: Row,
  records: ReadonlyMap<string, Uint8Array>,
): Logged => {
  const sealed = details ?? records.get(row.onId ?? '') ?? null
  const seal = salt && { salt, details: isErased(salt) ? null : sealed }
  return { entry: { ...row, sequence: BigInt(sequence), shown: shown ?? [] }, seal }
}

/** Reads the log page by page from after an entry on, each entry with what it seals. */
export async function* loggedPages(
  database: Transaction,
  after = 0,
  most = pageSize,
): AsyncGenerator<Logged[]> {
  for (let last = BigInt(after); ; ) {
    const rows = await ask<Row>(database, page, [last, most])
    if (rows.length === 0) return
    const records = await recordsOf(database, rows)
    const logged = rows.map((row) => loggedOf(row, records))
    yield logged
    if (rows.length < most) return
    last = logged.at(-1)?.entry.sequence ?? last
  }
}
