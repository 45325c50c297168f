import { type Client, DatabaseError, escapeIdentifier } from 'pg'
import type { Prisma } from '../../generated/prisma/client.ts'

/** What the application's role may do with each table; screenings, patients, evidence, rulings, events, decisions, impressions and sign-offs are never changed, accounts and the log only read. */
const privileges = {
  Account: 'SELECT',
  Session: 'SELECT, INSERT, UPDATE, DELETE',
  Patient: 'SELECT, INSERT',
  Screening: 'SELECT, INSERT',
  Draft: 'SELECT, INSERT, UPDATE, DELETE',
  IdempotentReply: 'SELECT, INSERT, UPDATE, DELETE',
  Referral: 'SELECT, INSERT, UPDATE',
  Evidence: 'SELECT, INSERT',
  Ruling: 'SELECT, INSERT',
  ReferralDocument: 'SELECT, INSERT, UPDATE',
  Task: 'SELECT, INSERT, UPDATE',
  ReferralEvent: 'SELECT, INSERT',
  View: 'SELECT, INSERT, UPDATE, DELETE',
  WorklistTally: 'SELECT',
  Import: 'SELECT, INSERT, UPDATE',
  ImportChunk: 'SELECT, INSERT, DELETE',
  ImportError: 'SELECT, INSERT, DELETE',
  Decision: 'SELECT, INSERT',
  Impression: 'SELECT, INSERT',
  ClinicSetting: 'SELECT, INSERT, UPDATE',
  SignOff: 'SELECT, INSERT',
  SignOffWithdrawal: 'SELECT, INSERT',
  AuditEntry: 'SELECT',
  AuditDetail: 'SELECT',
  AuditHead: 'SELECT',
  AuditCheckpoint: 'SELECT',
  AuditBlock: 'SELECT',
} satisfies Record<Prisma.ModelName, string>

/** The functions of the log, closed to everybody else; the first two do what the application may not do itself. */
const functions = [
  'audit_append(bytea[], bytea[], bytea[])',
  'audit_checkpoint(bigint, bytea, text, bigint, bytea[])',
  'record_acts(json, bytea)',
]

const role = 'kyphoscreen_app'

/** Another process or another database of the same cluster was faster, or did the same at the same moment. */
const alreadyDone = ['42710', '23505', 'XX000']
const notAllowed = ['42501', '0LP01', '0A000']

type Attempt = 'done' | 'refused'

const attempt = async (owner: Client, statement: string): Promise<Attempt> => {
  try {
    await owner.query(statement)
    return 'done'
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code === undefined) throw error
    if (alreadyDone.includes(error.code)) return 'done'
    if (notAllowed.includes(error.code)) return 'refused'
    throw error
  }
}

const asks = async (owner: Client, question: string): Promise<boolean> => {
  const { rows } = await owner.query<{ yes: boolean }>(question, [role])
  return rows[0]?.yes === true
}

const roleExists = (owner: Client) =>
  asks(owner, 'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS yes')

/** "SET" since PostgreSQL 16, where membership alone no longer allows SET ROLE. */
const mayBecomeRole = async (owner: Client) => {
  const { rows } = await owner.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  const right = (rows[0]?.version ?? 0) >= 160_000 ? 'SET' : 'MEMBER'
  return asks(owner, `SELECT pg_has_role(current_user, $1, '${right}') AS yes`)
}

/** Makes the application's role and lets this user become it; false when the database's user may not do so. */
export const ensureApplicationRole = async (owner: Client): Promise<boolean> => {
  if (!(await roleExists(owner)) && (await attempt(owner, `CREATE ROLE ${role}`)) === 'refused')
    return false
  if (!(await mayBecomeRole(owner))) await attempt(owner, `GRANT ${role} TO CURRENT_USER`)
  return mayBecomeRole(owner)
}

/** The statements that give the application's role what it needs in this database, and nothing else. */
export const grants: readonly string[] = [
  `GRANT USAGE ON SCHEMA public TO ${role}`,
  `DO $$ BEGIN
     EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${role}', current_database());
   EXCEPTION WHEN insufficient_privilege THEN NULL;
   END $$`,
  `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  ...Object.entries(privileges).flatMap(([table, rights]) => [
    `REVOKE ALL ON public.${escapeIdentifier(table)} FROM PUBLIC, ${role}`,
    `GRANT ${rights} ON public.${escapeIdentifier(table)} TO ${role}`,
  ]),
  ...functions.map((signature) => `GRANT EXECUTE ON FUNCTION public.${signature} TO ${role}`),
]
