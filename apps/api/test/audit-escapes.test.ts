import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryHash } from '../src/audit/entry-hash.ts'
import { journalOf } from '../src/audit/journal.ts'
import { openDatabase } from '../src/postgres/client.ts'
import { acting, writeLog } from './audited-acts.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const thief = `kypho_thief_${randomBytes(4).toString('hex')}`

let fresh: FreshDatabase
let thiefUrl: string
let client: Client
let owner: string
beforeAll(async () => {
  fresh = await freshDatabase()
  await writeLog(fresh, await acting(fresh), 3)
  const password = randomBytes(12).toString('hex')
  await fresh.owner.$executeRawUnsafe(
    `CREATE ROLE ${thief} LOGIN PASSWORD '${password}' IN ROLE kyphoscreen_app`,
  )
  const url = new URL(fresh.ownerUrl)
  owner = url.username
  url.username = thief
  url.password = password
  thiefUrl = url.toString()
  client = new Client({ connectionString: thiefUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await fresh.owner.$executeRawUnsafe(`DROP OWNED BY ${thief}`)
  await fresh.owner.$executeRawUnsafe(`DROP ROLE ${thief}`)
  await fresh.close()
})

const row = `(99, now(), '\\x00', '\\x00', '{}', NULL, 'sign-in', 'done', NULL, NULL, NULL)`
const changes = ['AuditEntry', 'AuditDetail', 'AuditHead', 'AuditCheckpoint', 'AuditBlock'].flatMap(
  (table) => [
    `DELETE FROM "${table}"`,
    `TRUNCATE "${table}" CASCADE`,
    `INSERT INTO "${table}" DEFAULT VALUES`,
  ],
)

const escapes = [
  ...changes,
  `UPDATE "AuditEntry" SET "action" = 'sign-out'`,
  `UPDATE "AuditHead" SET "sequence" = 0`,
  `SELECT * FROM "AuditHead" FOR UPDATE`,
  `INSERT INTO "AuditEntry" VALUES ${row}`,
  `INSERT INTO "AuditEntry" OVERRIDING SYSTEM VALUE VALUES ${row}`,
  `INSERT INTO "AuditEntry" VALUES ${row} ON CONFLICT ("sequence") DO UPDATE SET "action" = 'sign-out'`,
  `WITH gone AS (DELETE FROM "AuditEntry" RETURNING *) SELECT * FROM gone`,
  `MERGE INTO "AuditEntry" USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE`,
  `DO $$ BEGIN EXECUTE 'DELETE FROM "AuditEntry"'; END $$`,
  `PREPARE gone AS DELETE FROM "AuditEntry"; EXECUTE gone`,
  `ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL`,
  `ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only"`,
  `DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry"`,
  `ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_columns_check"`,
  `ALTER TABLE "AuditEntry" OWNER TO CURRENT_USER`,
  'DROP TABLE "AuditEntry" CASCADE',
  `CREATE RULE gone AS ON INSERT TO "AuditEntry" DO INSTEAD NOTHING`,
  `CREATE TRIGGER gone BEFORE INSERT ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record()`,
  'BEGIN; LOCK TABLE "AuditHead" IN ROW EXCLUSIVE MODE',
  'BEGIN; LOCK TABLE "AuditEntry" IN ACCESS EXCLUSIVE MODE',
  'GRANT ALL ON "AuditEntry" TO CURRENT_USER; DELETE FROM "AuditEntry"',
  'SET session_replication_role = replica',
  'SET SESSION AUTHORIZATION OWNER_OF_TABLES',
  'SET ROLE OWNER_OF_TABLES',
  'SET ROLE pg_write_all_data',
  `COPY "AuditEntry" FROM PROGRAM 'true'`,
  `COPY "AuditEntry" TO PROGRAM 'cat'`,
  `COPY "AuditEntry" FROM '/etc/hostname'`,
  `SELECT pg_read_file('/etc/hostname')`,
  `SELECT lo_import('/etc/hostname')`,
  'ALTER SYSTEM SET fsync = off',
  'CREATE EXTENSION file_fdw',
  'CREATE SCHEMA own',
  `CREATE FUNCTION public.own() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  `CREATE OR REPLACE FUNCTION public.audit_append(events bytea[], salts bytea[], details bytea[]) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'`,
  'ALTER FUNCTION public.audit_append SECURITY INVOKER',
  'ALTER FUNCTION public.audit_append SET search_path = pg_temp',
  'DROP FUNCTION public.audit_append',
  'DROP FUNCTION public.refuse_change_of_record CASCADE',
  `SELECT public.audit_append(ARRAY['{"sealed":null}'::bytea], ARRAY[NULL::bytea], ARRAY[NULL::bytea])`,
  `SELECT public.audit_append(ARRAY['{"action":"x","outcome":"done","sealed":"00"}'::bytea], ARRAY['\\x00'::bytea], ARRAY[NULL::bytea])`,
  `SELECT public.audit_checkpoint(99, '\\x00', 'a note', 0, '{}')`,
]

const refused =
  /permission denied|must be owner|is never changed or removed|violates|seals its details|entries that are in the log|not allowed/

const wholeLog = () => fresh.owner.$queryRaw`
  SELECT (SELECT array_agg("hash" ORDER BY "sequence")::text FROM "AuditEntry") AS entries,
    (SELECT array_agg("salt")::text FROM "AuditDetail") AS details, (SELECT "hash" FROM "AuditHead") AS head`

const note = async (url: string) => {
  const database = openDatabase(url, { connections: 1 })
  const by = { who: null, address: null, requestId: null }
  await journalOf(database)
    .note(by, { action: 'server-started' })
    .finally(() => database.$disconnect())
}

const lastAction = async () =>
  (await fresh.owner.auditEntry.findFirst({ orderBy: { sequence: 'desc' } }))?.action

describe('The application’s role, signed in as itself,', () => {
  it.each(escapes)('is refused: %s', async (statement) => {
    const before = await wholeLog()
    const attempt = client.query(statement.replace('OWNER_OF_TABLES', `"${owner}"`))
    await expect(attempt).rejects.toThrow(refused)
    await client.query('ROLLBACK')
    expect(await wholeLog()).toEqual(before)
  })

  it('leads the log astray with no function or table of the same name, in a schema of its own', async () => {
    await fresh.owner.$executeRawUnsafe(`CREATE SCHEMA own AUTHORIZATION ${thief}`)
    await client.query(`
      CREATE TABLE own."AuditEntry" (LIKE public."AuditEntry");
      CREATE TEMP TABLE "AuditHead" AS SELECT * FROM public."AuditHead";
      CREATE FUNCTION own.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\x00'::bytea $$;
      CREATE FUNCTION own.int8send(bigint) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\x00'::bytea $$;
      CREATE FUNCTION own.audit_append(bytea[], bytea[], bytea[]) RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
      SET search_path = own, pg_temp, pg_catalog, public`)
    const { rows } = await client.query(
      `SELECT public.audit_append(ARRAY['{"action":"sign-out","outcome":"done","sealed":null}'::bytea], ARRAY[NULL::bytea], ARRAY[NULL::bytea]) AS number`,
    )
    const where = { sequence: BigInt(rows[0]?.number) }
    const entry = await fresh.owner.auditEntry.findUniqueOrThrow({ where })
    expect(entry).toMatchObject({ action: 'sign-out' })
    expect(Buffer.from(entry.hash)).toEqual(entryHash(entry))
  })

  it('holds up nobody who writes with the locks that it may take', async () => {
    await client.query('BEGIN')
    await client.query('LOCK TABLE public."AuditHead", public."AuditEntry" IN ACCESS SHARE MODE')
    await client.query(
      'SELECT pg_advisory_xact_lock(number) FROM generate_series(7042026110, 7042026115) AS number',
    )
    await note(fresh.appUrl)
    await client.query('ROLLBACK')
    expect(await lastAction()).toBe('server-started')
  })
})
