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

const notJson = Buffer.from('no JSON')

const isJson = ({ result }: { result: string }) => {
  try {
    return JSON.parse(result) !== undefined
  } catch {
    return false
  }
}

const notAmong = (ids: readonly string[], others: readonly string[]) =>
  ids.filter((id) => !others.includes(id))

/** Finds screenings whose result is no JSON, which only somebody who got past the guards can have made so. */
async function unreadable(database: Transaction, ids: readonly string[]): Promise<string[]> {
  const stored = await database.$queryRaw<{ id: string; result: string }[]>`
    SELECT "id"::text, "result" FROM "Screening" WHERE "id" = ANY (${ids}::uuid[])`
  return stored.filter((one) => !isJson(one)).map(({ id }) => id)
}

/** Reads screenings as entries seal them; one that cannot be read is what no entry seals. */
async function screeningsOf(database: Transaction, ids: readonly string[]) {
  const read = async (some: readonly string[]) => {
    const rows = await database.screening.findMany({ where: { id: { in: [...some] } } })
    return rows.map((screening) => [screening.id, written({ screening })] as const)
  }
  if (ids.length === 0) return []
  try {
    return await read(ids)
  } catch (error) {
    const spoilt = await unreadable(database, ids)
    if (spoilt.length === 0) throw error
    const others = await read(notAmong(ids, spoilt))
    return [...others, ...spoilt.map((id) => [id, notJson] as const)]
  }
}

/** Reads the records that entries seal where their own tables keep them, by kind and id. */
async function recordsOf(database: Transaction, rows: readonly EntryRow[]) {
  const kept = rows.filter(({ salt, details }) => salt && details === null)
  const ids = (kind: string) =>
    kept.flatMap(({ onKind, onId }) => (onKind === kind && onId !== null ? [onId] : []))
  const named = (kind: string) => ({ where: { id: { in: ids(kind) } } })
  const screenings = await screeningsOf(database, ids('screening'))
  const decisions = ids('decision').length
    ? await database.decision.findMany(named('decision'))
    : []
  return new Map([
    ...screenings,
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
