import type { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { clinicDay } from '../clinic-day.ts'
import { Role } from '../contract.ts'
import { ask, type Database } from '../postgres/client.ts'
import { Layout } from './layout.ts'
import type { FilePlace } from './records.ts'

/** An import that this process runs, until another one takes it over. */
export type Claim = {
  id: string
  runnerId: string
  state: 'checking' | 'importing'
  layout: Layout
  bytes: number
  from: FilePlace
  byId: string
  /** Who asked for it. */
  by: Actor
  /** Whether its runner was gone without a word. */
  takenOver: boolean
  today: Day
  at: Date
}

const Row = z.object({
  id: z.uuid(),
  state: z.enum(['checking', 'importing']),
  layout: Layout,
  bytes: z.int(),
  read: z.int(),
  line: z.int(),
  createdById: z.uuid(),
  username: z.string(),
  role: Role,
  takenOver: z.boolean(),
})

const claimOne = `
  WITH waiting AS MATERIALIZED (
    SELECT "id", "runnerId" FROM "Import"
    WHERE "state" IN ('checking', 'importing')
      AND ("heartbeatAt" IS NULL OR "heartbeatAt" < now() - $2::float8 * interval '1 millisecond')
    ORDER BY "createdAt" FOR NO KEY UPDATE SKIP LOCKED LIMIT 1
  )
  UPDATE "Import" AS i SET "runnerId" = $1::uuid, "heartbeatAt" = now()
  FROM waiting, "Account" AS a
  WHERE i."id" = waiting."id" AND a."id" = i."createdById"
  RETURNING i."id", i."state", i."layout", i."bytes"::float8, i."read"::float8, i."line", i."createdById",
    a."username", a."role"::text, waiting."runnerId" IS NOT NULL AS "takenOver"`

/** Takes over the oldest import that waits, or whose runner gives no sign of life; undefined when there is none. */
export async function claimImport(
  database: Database,
  { runnerId, staleMs, at }: { runnerId: string; staleMs: number; at: Date },
): Promise<Claim | undefined> {
  const [row] = await ask(database, claimOne, [runnerId, staleMs])
  if (row === undefined) return undefined
  const { id, state, layout, bytes, read, line, ...told } = Row.parse(row)
  const { createdById: byId, username, role, takenOver } = told
  const by = { who: { accountId: byId, username, role }, address: null, requestId: null }
  const from = state === 'checking' ? layout.start : { used: read, line }
  const today = clinicDay(at)
  const whose = { byId, by, takenOver }
  return { id, runnerId, state, layout, bytes, from, ...whose, today, at }
}

const mine = 'WHERE "id" = $1::uuid AND "runnerId" = $2::uuid'

/** Shows that the runner of an import is alive. */
export const showAlive = async (database: Database, { id, runnerId }: Claim): Promise<void> => {
  await ask(database, `UPDATE "Import" SET "heartbeatAt" = now() ${mine}`, [id, runnerId])
}

/** Lets another runner go on with an import. */
export const letGo = async (database: Database, { id, runnerId }: Claim): Promise<void> => {
  const free = `UPDATE "Import" SET "runnerId" = NULL, "heartbeatAt" = NULL ${mine}`
  await ask(database, free, [id, runnerId])
}
