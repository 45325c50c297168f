import { hashPassword } from '../../apps/api/src/accounts/password.ts'
import { onServer } from '../../apps/api/test/postgres.ts'

/** Who reads the filled log, and what they sign in with. */
export const admin = { username: 'admin-1', password: 'invented for measuring alone' } as const

/** The people and patients of the filled log: one patient many have looked at, one person who left long ago. */
export const known = {
  people: 40,
  patients: 20_000,
  busyPatient: 1,
  gonePerson: 2,
} as const

const chunk = 2_000
const listed = 20

/** Gives the id of an account or a patient by its number. */
export const idOf = (kind: 'account' | 'patient', number: number): string =>
  `00000000-0000-7000-${kind === 'account' ? '8000' : '9000'}-${String(number).padStart(12, '0')}`

const accounts = (hash: string) => `
  INSERT INTO "Account" ("id", "username", "displayName", "role", "passwordHash")
  SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, CASE n WHEN 1 THEN '${admin.username}' ELSE 'person-' || n END,
    'Person ' || n, (ARRAY['admin', 'surgeon', 'navigator', 'navigator'])[1 + (n - 1) % 4]::"Role", '${hash}'
  FROM generate_series(1, ${known.people}) n`

const patients = `
  INSERT INTO "Patient" ("id", "mrn", "familyName", "givenName", "birthDate", "sex", "createdById")
  SELECT ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'MRN-' || lpad(n::text, 8, '0'), 'Family' || n, 'Given', '1948-04-05', 'female', '${idOf('account', 1)}'
  FROM generate_series(1, ${known.patients}) n`

/**
 * Writes entries as the log does, each following from the one before, with times spread over a year; every tenth action
 * shows a list of twenty patients, one in five hundred is refused, and one in twenty comes from a few busy patients.
 */
const fillFunction = `
  CREATE FUNCTION fill_log(first bigint, last bigint, total bigint) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    place int;
    before bytea := coalesce((SELECT "hash" FROM "AuditEntry" WHERE "sequence" = first - 1), decode(repeat('00', 32), 'hex'));
    start timestamptz := date_trunc('milliseconds', now() - interval '365 days');
    tag CONSTANT bytea := convert_to('kyphoscreen audit entry 1', 'UTF8') || '\\x00'::bytea;
    actions CONSTANT text[] := ARRAY['patient-viewed', 'screening-viewed', 'referral-viewed', 'patient-viewed', 'draft-saved',
      'referral-changed', 'patient-viewed', 'screening-recorded', 'referral-viewed', 'worklist-viewed'];
    roles CONSTANT text[] := ARRAY['admin', 'surgeon', 'navigator', 'navigator'];
    number int; patient int; action text; outcome text; reason text; patient_id text; salt bytea; detail bytea; sealed text; list text; bytes bytea; at timestamptz; hash bytea;
    hashes bytea[] := '{}'; befores bytea[] := '{}'; events bytea[] := '{}'; ats timestamptz[] := '{}'; salts bytea[] := '{}'; details bytea[] := '{}';
  BEGIN
    FOR n IN first .. last LOOP
      number := CASE WHEN n < 50 THEN ${known.gonePerson} ELSE 3 + (hashint8(n) & 2147483647) % ${known.people - 2} END;
      patient := CASE WHEN n % 500 = 6 THEN ${known.busyPatient} WHEN n % 20 = 3 THEN 2 + (hashint8(n + 1) & 2147483647) % 20
        ELSE 2 + (hashint8(n + 2) & 2147483647) % ${known.patients - 1} END;
      action := CASE WHEN n % 500 = 11 THEN 'refusal' WHEN n % 997 = 0 THEN 'export' ELSE actions[1 + n % 10] END;
      outcome := CASE action WHEN 'refusal' THEN 'refused' ELSE 'done' END;
      reason := CASE action WHEN 'refusal' THEN '"not-your-role"' ELSE 'null' END;
      patient_id := CASE WHEN action IN ('worklist-viewed', 'refusal', 'export') THEN 'null' ELSE '"00000000-0000-7000-9000-' || lpad(patient::text, 12, '0') || '"' END;
      salt := CASE WHEN n % 3 = 0 THEN sha256(int8send(n)) END;
      detail := CASE WHEN n % 3 = 0 THEN convert_to('{"after":{"dueOn":"2026-11-30","priority":"urgent"},"before":{"dueOn":null,"priority":"routine"}}', 'UTF8') END;
      sealed := CASE WHEN n % 3 = 0 THEN '"' || encode(sha256(salt || detail), 'hex') || '"' ELSE 'null' END;
      list := CASE action WHEN 'worklist-viewed' THEN ',"shown":[' || (SELECT string_agg('"00000000-0000-7000-9000-' || lpad(it::text, 12, '0') || '"', ',' ORDER BY it)
        FROM (SELECT DISTINCT 2 + (n * ${listed} + one) % ${known.patients - 1} AS it FROM generate_series(1, ${listed}) AS one) AS those) || ']' ELSE '' END;
      bytes := convert_to('{"action":"' || action || '","address":"10.0.0.' || number || '","on":null,"outcome":"' || outcome || '","patientId":' || patient_id
        || ',"reason":' || reason || ',"requestId":"00000000-0000-4000-8000-' || lpad(n::text, 12, '0') || '","ruleset":null,"sealed":' || sealed
        || ',"who":{"accountId":"00000000-0000-7000-8000-' || lpad(number::text, 12, '0') || '","role":"' || roles[1 + (number - 1) % 4] || '","username":"person-' || number || '"}}', 'UTF8');
      at := start + date_trunc('milliseconds', interval '364 days' * (n::float / total));
      hash := sha256(tag || int8send(n) || int8send((extract(epoch FROM at) * 1000)::bigint) || before || bytes);
      place := n - first + 1; befores[place] := before; hashes[place] := hash; events[place] := bytes; ats[place] := at; salts[place] := salt; details[place] := detail;
      before := hash;
    END LOOP;
    INSERT INTO "AuditEntry" ("sequence", "at", "previous", "hash", "bytes", "accountId", "action", "outcome", "patientId", "onKind", "onId", "shown")
    SELECT first + i - 1, ats[i], befores[i], hashes[i], events[i], (it #>> '{who,accountId}')::uuid, it ->> 'action', it ->> 'outcome', (it ->> 'patientId')::uuid, NULL, NULL,
      CASE WHEN it ? 'shown' THEN ARRAY(SELECT jsonb_array_elements_text(it -> 'shown')::uuid) END
    FROM (SELECT i, convert_from(event, 'UTF8')::jsonb AS it FROM unnest(events) WITH ORDINALITY AS told(event, i)) AS told;
    INSERT INTO "AuditDetail" ("sequence", "salt", "details")
    SELECT first + i - 1, salts[i], details[i] FROM generate_subscripts(salts, 1) AS i WHERE salts[i] IS NOT NULL;
    UPDATE "AuditHead" SET "sequence" = last, "at" = ats[cardinality(ats)], "hash" = before;
  END $$`

/** Fills the log of a migrated database with so many entries. */
export async function fill(ownerUrl: string, entries: number): Promise<void> {
  const run = (...statements: string[]) =>
    onServer(ownerUrl, ['SET synchronous_commit = off', ...statements].join('; '))
  await run(accounts(await hashPassword(admin.password)), patients, fillFunction)
  for (let from = 1; from <= entries; from += chunk) {
    const to = Math.min(from + chunk - 1, entries)
    await run(`SELECT fill_log(${from}, ${to}, ${entries})`)
  }
  await run('DROP FUNCTION fill_log')
  await onServer(ownerUrl, 'VACUUM (ANALYZE) "AuditEntry", "AuditDetail", "Patient", "Account"')
}
