import type { Transaction } from '../idempotency/once.ts'
import { canonicalJson } from './canonical-json.ts'
import { type EntryRow, entryRows } from './entry-rows.ts'
import type { Logged } from './log-check.ts'
import { recordOf } from './record-of.ts'

const pageSize = 500

const noSalt = Buffer.alloc(16)

/** Details are erased with their salt; of a record that its own table keeps, the salt is there. */
const isErased = (salt: Uint8Array) => noSalt.equals(salt)

const written = (record: Parameters<typeof recordOf>[0]) =>
  Buffer.from(canonicalJson(recordOf(record)))

/** Reads the records that entries seal where their own tables keep them, by kind and id. */
async function recordsOf(database: Transaction, rows: readonly EntryRow[]) {
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
  { salt, details, ...entry }: EntryRow,
  records: ReadonlyMap<string, Uint8Array>,
): Logged => {
  const sealed = details ?? records.get(entry.onId ?? '') ?? null
  return { entry, seal: salt && { salt, details: isErased(salt) ? null : sealed } }
}

/** Reads the log page by page from after an entry on, each entry with what it seals. */
export async function* loggedPages(
  database: Transaction,
  first = 0,
  most = pageSize,
): AsyncGenerator<Logged[]> {
  for (let after = BigInt(first); ; ) {
    const rows = await entryRows(database, { after, most })
    if (rows.length === 0) return
    const records = await recordsOf(database, rows)
    yield rows.map((row) => loggedOf(row, records))
    if (rows.length < most) return
    after = rows.at(-1)?.sequence ?? after
  }
}
