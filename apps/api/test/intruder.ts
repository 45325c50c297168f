import { Client } from 'pg'
import type { Rows } from './audit-attacker.ts'

/** A trigger that keeps the log as it is, and its table. */
export type Guard = { table: string; trigger: string }

/** The database’s superuser at work on the log, over one connection. */
export type Intruder = {
  guards: readonly Guard[]
  takeOff: (guard: Guard) => Promise<void>
  putOn: (guard: Guard) => Promise<void>
  /** Moves a recorded screening to the other patient; done again, back. */
  swapScreening: () => Promise<void>
  /** Takes every guard of the log off, for good. */
  openUp: () => Promise<void>
  /** Puts other entries and checkpoints in place of all there are, with a head that fits. */
  putInPlace: (rows: Rows) => Promise<void>
  close: () => Promise<void>
}

/** Every guard, as the database has them before anybody touches it. */
const findGuards = `SELECT relname AS table, tgname AS trigger FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE tgenabled = 'A' AND relname IN
    ('AuditEntry', 'AuditDetail', 'AuditHead', 'AuditCheckpoint', 'AuditBlock', 'Screening', 'Decision')`

const swap = `
  ALTER TABLE "Screening" DISABLE TRIGGER "Screening_append_only";
  UPDATE "Screening" SET "patientId" = (SELECT "id" FROM "Patient" WHERE "id" <> "patientId")
    WHERE "id" = (SELECT min("id"::text)::uuid FROM "Screening");
  ALTER TABLE "Screening" ENABLE ALWAYS TRIGGER "Screening_append_only"`

const opening = `
  ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL, DROP CONSTRAINT IF EXISTS "AuditEntry_columns_check";
  ALTER TABLE "AuditCheckpoint" DISABLE TRIGGER ALL;
  ALTER TABLE "AuditHead" DISABLE TRIGGER ALL;
  CREATE FUNCTION put_in_place(entries json, checkpoints json) RETURNS void LANGUAGE sql AS $$
    DELETE FROM "AuditEntry";
    INSERT INTO "AuditEntry" SELECT * FROM json_populate_recordset(NULL::"AuditEntry", entries);
    UPDATE "AuditHead" SET ("sequence", "at", "hash") =
      (SELECT "sequence", "at", "hash" FROM "AuditEntry" ORDER BY "sequence" DESC LIMIT 1);
    DELETE FROM "AuditCheckpoint";
    INSERT INTO "AuditCheckpoint" SELECT * FROM json_populate_recordset(NULL::"AuditCheckpoint", checkpoints)
  $$`

const written = (value: unknown) => {
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}

const asJson = (rows: readonly object[]) =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(value)])),
    ),
  )

/** Lets somebody in as the database’s superuser. */
export async function intruder(ownerUrl: string): Promise<Intruder> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows: guards } = await client.query<Guard>(findGuards)
  const change = (how: string) => async (guard: Guard) => {
    await client.query(`ALTER TABLE "${guard.table}" ${how} TRIGGER "${guard.trigger}"`)
  }
  return {
    guards,
    takeOff: change('DISABLE'),
    putOn: change('ENABLE ALWAYS'),
    swapScreening: async () => void (await client.query(swap)),
    openUp: async () => void (await client.query(opening)),
    putInPlace: async ({ entries, checkpoints }) => {
      const values = [asJson(entries), asJson(checkpoints)]
      await client.query('SELECT put_in_place($1, $2)', values)
    },
    close: () => client.end(),
  }
}
