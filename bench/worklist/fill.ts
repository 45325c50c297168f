import { ruleset } from '@kyphoscreen/rules'
import { hashPassword } from '../../apps/api/src/accounts/password.ts'
import { onServer } from '../../apps/api/test/postgres.ts'

/** How the owners of the filled database are called, and what they sign in with. */
export const owners = { count: 20, name: (number: number) => `owner-${number}` } as const
export const password = 'invented for measuring alone'

const chunk = 50_000

const idOf = (kind: string, number: string) =>
  `('00000000-0000-7000-${kind}-' || lpad((${number})::text, 12, '0'))::uuid`

const pick = (words: readonly string[], chance: string) =>
  `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])[1 + floor(${chance} * ${words.length})::int]`

const families = 'al bar cor dun eg fal gar hol ire jor kel lam mor nor oak pen quin ros sel tor'
const middles = 'a be ci do e fi go ha i ju'
const endings =
  'ck den feld gren ham kin ler mont ning ow per quist ridge son ton vale well wood ya zer'
const given = 'ad be ca da el fi ga ha i jo ka li ma no o pe ro sa ti vi'
const givenEndings = 'a bel cia dra en na ra rin sa vo'

const accounts = (
  hash: string,
) => `INSERT INTO "Account" ("id", "username", "displayName", "role", "passwordHash")
  SELECT ${idOf('8000', 'n')}, 'owner-' || n, 'Owner ' || n, 'navigator', '${hash}'
  FROM generate_series(1, ${owners.count}) n`

const patients = (
  range: string,
) => `INSERT INTO "Patient" ("id", "mrn", "familyName", "givenName", "birthDate", "sex", "createdById")
  SELECT ${idOf('9000', 'n')}, 'MRN-' || lpad(n::text, 8, '0'),
    initcap(${pick(families.split(' '), 'power(random(), 1.5)')} || ${pick(middles.split(' '), 'random()')} || ${pick(endings.split(' '), 'random()')}),
    initcap(${pick(given.split(' '), 'power(random(), 1.3)')} || ${pick(givenEndings.split(' '), 'random()')}),
    date '1930-01-01' + floor(random() * 12000)::int,
    (ARRAY['female', 'male'])[1 + n % 2]::"Sex", ${idOf('8000', '1')}
  FROM generate_series(${range}) n`

const outcomes = [
  ...Array(5).fill('insufficient-information'),
  ...['meets', 'meets', 'does-not-meet', 'does-not-meet'],
  ...['needs-surgeon-review', 'no-level', 'contradiction'],
]
const open = [
  ...['new', 'in-triage', 'in-triage', 'waiting-for-information', 'waiting-for-information'],
  'ready-for-surgeon',
]

/** Those after the open ones are done; a seventh has no owner, a quarter is overdue. */
const referrals = (
  range: string,
  openReferrals: number,
) => `INSERT INTO "Referral" ("id", "patientId", "referrerName", "receivedOn", "reason", "priority",
    "ownerId", "dueOn", "state", "sortName", "facts", "outcome", "conflicts", "decisive", "nextChangeOn",
    "readyOn", "closesOn", "screenedOn", "rulesetHash", "receivedSequence", "changedSequence", "createdById")
  SELECT ${idOf('a000', 'n')}, p."id", 'Dr Invented ' || n % 300, today - ago, repeat('Back pain since a fall. ', 8), priority,
    CASE WHEN o >= 0.15 THEN ${idOf('8000', `1 + floor((o - 0.15) / 0.85 * ${owners.count})::int`)} END,
    CASE WHEN d < 0.7 THEN today - 20 + floor(d / 0.7 * 60)::int END,
    CASE WHEN n > ${openReferrals} THEN (ARRAY['decided', 'closed'])[1 + n % 2] ELSE ${pick(open, 's')} END,
    lower(p."familyName") || E'\\t' || lower(p."givenName"),
    jsonb_build_object('patient', jsonb_build_object('painScore', n % 11, 'painScale', 'NRS-0-10'), 'levels', '[{"level": "L1", "mriFinding": "acute"}]'::jsonb),
    outcome, CASE WHEN c < 0.06 THEN 1 ELSE 0 END, '[{"fact": "retropulsion", "level": "L1"}]',
    CASE WHEN x < 0.6 THEN today + 1 + floor(x / 0.6 * 60)::int END,
    CASE WHEN outcome = 'insufficient-information' AND y < 0.25 THEN today + 1 + floor(y / 0.25 * 60)::int END,
    CASE WHEN outcome NOT IN ('no-level', 'contradiction') AND e < 0.7 THEN today - 5 + floor(e / 0.7 * 100)::int END,
    today, '${ruleset.hash}', n, n + floor(random() * 1000)::int, ${idOf('8000', '1')}
  FROM (SELECT n, (now() AT TIME ZONE 'UTC')::date AS today, floor(power(random(), 2) * 150)::int AS ago,
      random() AS o, random() AS d, random() AS s, random() AS c, random() AS x, random() AS y, random() AS e,
      ${pick(outcomes, 'random()')} AS outcome, ${pick(['routine', 'routine', 'routine', 'soon', 'urgent'], 'random()')} AS priority
    FROM generate_series(${range}) n) AS made
  JOIN "Patient" p ON p."id" = ${idOf('9000', 'n')}`

const events = (
  range: string,
) => `INSERT INTO "ReferralEvent" ("sequence", "referralId", "kind", "what", "byId")
  SELECT n, ${idOf('a000', 'n')}, 'received', 'Received', ${idOf('8000', '1')}
  FROM generate_series(${range}) n`

/** Puts the worklist's indexes aside, to be made at once when all rows are there. */
const withoutIndexes = `CREATE TABLE aside AS SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE '%\\_worklist\\_%';
  DO $$ DECLARE it record; BEGIN
    FOR it IN SELECT * FROM aside LOOP EXECUTE format('DROP INDEX %I', it.indexname); END LOOP;
  END $$`

const withIndexes = `SET maintenance_work_mem = '512MB';
  DO $$ DECLARE it record; BEGIN
    FOR it IN SELECT * FROM aside LOOP EXECUTE it.indexdef; END LOOP;
  END $$;
  DROP TABLE aside`

/** Fills a database with open referrals, a quarter as many that are done, and everything they need. */
export async function fill(ownerUrl: string, openReferrals: number): Promise<void> {
  const run = (...statements: string[]) => onServer(ownerUrl, statements.join('; '))
  const quickly = 'SET synchronous_commit = off'
  await run(accounts(await hashPassword(password)))
  await run(withoutIndexes)
  const all = Math.round(openReferrals * 1.25)
  for (let from = 1; from <= all; from += chunk) {
    const range = `${from}, ${Math.min(from + chunk - 1, all)}`
    await run(quickly, patients(range), referrals(range, openReferrals), events(range))
  }
  await run(withIndexes)
  // A vacuum marks pages as visible to all only when the commits of their rows have been flushed.
  await run('SET synchronous_commit = on', `SELECT "compact_worklist_tally"()`)
  await run('VACUUM (ANALYZE) "Patient", "Referral", "ReferralEvent", "WorklistTally"')
}
