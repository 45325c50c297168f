import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { FreshDatabase } from './fresh-database.ts'

/** Has whoever writes the same key wait in the middle of a batch, until released; nothing of it stays. */
const holdUp = async (
  { ownerUrl }: FreshDatabase,
  statement: string,
  values: readonly unknown[],
): Promise<() => Promise<void>> => {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('BEGIN')
  await client.query(statement, [...values])
  return async () => {
    await client.query('ROLLBACK')
    await client.end()
  }
}

/** Holds up whoever registers a patient with this MRN. */
export const holdPatient = (fresh: FreshDatabase, mrn: string, byId: string) =>
  holdUp(
    fresh,
    `INSERT INTO "Patient" ("id", "mrn", "familyName", "givenName", "birthDate", "sex", "createdById")
     VALUES (gen_random_uuid(), $1, 'Held', 'Up', '1948-04-05', 'female', $2)`,
    [mrn, byId],
  )

/** Holds up whoever lists an error of this line of an import. */
export const holdError = (fresh: FreshDatabase, importId: string, line: number) =>
  holdUp(fresh, `INSERT INTO "ImportError" VALUES ($1, $2, 0, 'held', 'up')`, [importId, line])

/** Waits until somebody waits for a lock. */
export const untilHeldUp = async ({ owner }: FreshDatabase): Promise<void> => {
  for (;;) {
    const waiting = await owner.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting.length > 0) return
    await pause(10)
  }
}
