import type { AuditDetail, AuditEntry } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Logged } from './log-check.ts'
import { recordOf } from './record-of.ts'

const pageSize = 2_000

const noSalt = Buffer.alloc(16)

/** Details are erased with their salt; of a record that its own table keeps, the salt is there. */
const isErased = ({ salt }: AuditDetail) => noSalt.equals(salt)

type Row = AuditEntry & { detail: AuditDetail | null }

const written = (record: Parameters<typeof recordOf>[0]) =>
  Buffer.from(canonicalJson(recordOf(record)))

/** Reads the records that entries seal where their own tables keep them, by kind and id. */
async function recordsOf(database: Transaction, rows: readonly Row[]) {
  const kept = rows.filter(({ detail }) => detail?.details === null)
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

/** Reads the log page by page from after an entry on, each entry with what it seals. */
export async function* loggedPages(
  database: Transaction,
  after = 0,
  most = pageSize,
): AsyncGenerator<Logged[]> {
  for (let last = BigInt(after); ; ) {
    const rows = await database.auditEntry.findMany({
      where: { sequence: { gt: last } },
      orderBy: { sequence: 'asc' },
      take: most,
      include: { detail: true },
    })
    if (rows.length === 0) return
    const records = await recordsOf(database, rows)
    yield rows.map(({ detail, ...entry }) => ({
      entry,
      seal: detail && {
        salt: detail.salt,
        details: isErased(detail)
          ? null
          : (detail.details ?? records.get(entry.onId ?? '') ?? null),
      },
    }))
    last = rows.at(-1)?.sequence ?? last
  }
}
