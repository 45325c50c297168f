/**
 * Judges rows by their keys against what is stored and against one another, in the order of their lines: a
 * referral that is there already, or comes twice, is skipped; a patient with another birth date is refused.
 * What is stored is looked up row by row, so that the cost follows the rows and not what is stored. A patient
 * who is new has no known name; the one who comes first in the file is registered.
 */
const judge = `
  WITH met AS (
    SELECT s."line", s."externalId", lower(s."mrn") AS mrn, s."birthDate", s."patientId" AS "newId",
      p."id" AS "knownId", p."birthDate" AS "knownBirth", p."familyName", p."givenName", r."id" IS NOT NULL AS there
    FROM keys s
    LEFT JOIN LATERAL (
      SELECT "id", "birthDate", "familyName", "givenName" FROM "Patient"
      WHERE lower("mrn") COLLATE "C" = lower(s."mrn") COLLATE "C" LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (SELECT "id" FROM "Referral" WHERE "externalId" = s."externalId" LIMIT 1) r ON true
  ), born AS (
    SELECT *, coalesce("knownBirth", first_value("birthDate") OVER first) AS birth FROM met
    WINDOW first AS (PARTITION BY mrn ORDER BY there, "line")
  ), weighed AS (
    SELECT *, CASE WHEN there THEN 'there' WHEN "birthDate" <> birth THEN 'other-birth-date' ELSE 'open' END AS verdict
    FROM born
  ), counted AS (
    SELECT *, row_number() OVER (PARTITION BY "externalId", verdict ORDER BY "line") AS turn FROM weighed
  ), settled AS (
    SELECT *, CASE WHEN verdict = 'open' AND turn > 1 THEN 'there' ELSE verdict END AS settled FROM counted
  ), judged AS (
    SELECT "line", "familyName", "givenName", "knownId",
      coalesce("knownId", first_value("newId") OVER own) AS "patientId",
      first_value("line") OVER own AS "firstLine",
      CASE WHEN settled = 'open' AND "knownId" IS NULL AND row_number() OVER own = 1
        THEN 'open-with-patient' ELSE settled END AS verdict
    FROM settled WINDOW own AS (PARTITION BY mrn, settled ORDER BY "line")
  )`

/** Gives the rows that are not simply stored with a new patient. */
export const otherVerdicts: string = `${judge}
  SELECT "line", verdict, "patientId", "firstLine", "familyName", "givenName" FROM judged
  WHERE verdict <> 'open-with-patient' ORDER BY "line"`

/** Judges all rows for a dry run: counts what would become of them, and lists the lines with another birth date as far as errors are listed at all ($1). */
export const countVerdicts: string = `${judge}
  SELECT count(*) FILTER (WHERE verdict LIKE 'open%')::int AS imported,
    count(*) FILTER (WHERE verdict = 'there')::int AS skipped,
    count(*) FILTER (WHERE verdict = 'other-birth-date')::int AS refused,
    count(*) FILTER (WHERE verdict = 'open-with-patient')::int AS patients,
    coalesce((SELECT array_agg("line" ORDER BY "line") FROM (
      SELECT "line" FROM judged WHERE verdict = 'other-birth-date' ORDER BY "line" LIMIT $1
    ) AS listed), '{}') AS "otherBirthDates"
  FROM judged`
