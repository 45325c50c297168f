import type { Actor } from '../audit/entry.ts'
import type { AuditAction } from '../contract/audit-action.ts'
import type { Import } from '../contract.ts'
import { Refused } from '../problems.ts'
import { appendTo, namedImport } from './append-entry.ts'
import type { Layout } from './layout.ts'
import type { Session } from './session.ts'

/** A change that somebody asks for, as the log is told of it. */
export type Asked = {
  id: string
  by: Actor
  action: AuditAction
  details?: Record<string, unknown>
}

const nothingStored = '"rows" = 0, "imported" = 0, "skipped" = 0, "refused" = 0, "patients" = 0'
const whileWaiting = `WHERE "id" = $1::uuid AND "state" IN ('staged', 'checked')`

const change = `
  UPDATE "Import" SET "state" = $2, "layout" = $3, "read" = $4, "line" = $5, ${nothingStored},
    "listedErrors" = 0, "cancelAsked" = false ${whileWaiting}`

/** Changes an import that waits for what is to become of it, and forgets what its last dry run said. */
export async function changeWaiting(
  session: Session,
  { id, by, action, details }: Asked,
  { layout, state }: { layout: Layout; state: Import['state'] },
): Promise<void> {
  const { used, line } = layout.start
  const { rowCount } = await session.query(change, [id, state, layout, used, line])
  if (rowCount === 0) throw new Refused('import-not-now')
  await session.query('DELETE FROM "ImportError" WHERE "importId" = $1::uuid', [id])
  await appendTo(session, by, { action, on: namedImport(id), ...(details && { details }) })
}

/** Ends an import that waits, and throws its file away; false when it does not wait. */
export async function discard(session: Session, id: string, at: Date): Promise<boolean> {
  const end = `UPDATE "Import" SET ${nothingStored}, "state" = 'cancelled', "finishedAt" = $2 ${whileWaiting}`
  const { rowCount } = await session.query(end, [id, at])
  if (rowCount === 0) return false
  await session.query('DELETE FROM "ImportChunk" WHERE "importId" = $1::uuid', [id])
  return true
}

/** Asks an import that runs to end; refused when it has ended. */
export async function askToEnd(session: Session, id: string): Promise<void> {
  const { rowCount } = await session.query(
    `UPDATE "Import" SET "cancelAsked" = true WHERE "id" = $1::uuid AND "state" IN ('checking', 'importing')`,
    [id],
  )
  if (rowCount === 0) throw new Refused('import-not-now')
}
