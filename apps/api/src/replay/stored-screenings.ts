import { ask, type Database } from '../postgres/client.ts'

/** What a replay reads of a recorded screening. */
export type StoredScreening = {
  id: string
  patientId: string
  recordedAt: Date
  findings: unknown
  result: unknown
  outcome: string
  rulesetId: string
  rulesetVersion: string
  rulesetHash: string
}

/** How many screenings there were when a run began: to be screened again, and erased, which cannot be. */
export type Counted = { total: number; erased: number }

/** Which screenings there were when a run began: how many, and the last by id; ids of later ones sort later. */
export type Scope = Counted & { last: string | null }

const pageSize = 100

/** Counts the recorded screenings; one that was erased has no findings to screen again. */
export async function scopeOf(database: Database): Promise<Scope> {
  const [scope] = await ask<Scope>(
    database,
    `SELECT count(*) FILTER (WHERE "erasedAt" IS NULL)::int AS total,
       count("erasedAt")::int AS erased,
       (SELECT "id" FROM "Screening" ORDER BY "id" DESC LIMIT 1) AS last FROM "Screening"`,
    [],
  )
  return scope ?? { total: 0, erased: 0, last: null }
}

const columns = `SELECT "id", "patientId", "recordedAt", "findings", "result", "outcome",
    "rulesetId", "rulesetVersion", "rulesetHash" FROM "Screening"`
const inOrder = `ORDER BY "id" LIMIT ${pageSize}`

/** What is stored as text, and was made no JSON by whoever got past the guards, is compared as that text. */
const read = (result: unknown): unknown => {
  try {
    return JSON.parse(String(result))
  } catch {
    return result
  }
}

const rowsAfter = (
  database: Database,
  { after, last }: { after: string | null; last: string | null },
): Promise<StoredScreening[]> =>
  after === null
    ? ask(database, `${columns} WHERE "erasedAt" IS NULL AND "id" <= $1 ${inOrder}`, [last])
    : ask(database, `${columns} WHERE "erasedAt" IS NULL AND "id" > $1 AND "id" <= $2 ${inOrder}`, [
        after,
        last,
      ])

/** Reads the screenings of a scope by their ids, page by page, so that any number fits into memory. */
export async function* storedScreenings(
  database: Database,
  { last }: Scope,
): AsyncGenerator<StoredScreening[]> {
  for (let after: string | null = null; ; ) {
    const rows = await rowsAfter(database, { after, last })
    const page = rows.map((row) => ({ ...row, result: read(row.result) }))
    if (page.length > 0) yield page
    if (page.length < pageSize) return
    after = page.at(-1)?.id ?? null
  }
}
