/**
 * Judges staged rows against what is stored and against one another, in the order of their lines: a
 * referral that is there already, or comes twice, is skipped; a patient with another birth date is refused.
 * What is stored is looked up row by row, so that the cost follows the rows and not what is stored.
 */
export const judgeInto = (rows: 'staged' | 'seen'): string => `
  INSERT INTO judged ("line", "patientId", "verdict")
  WITH met AS (
    SELECT s."line", s."externalId", lower(s."mrn") AS mrn, s."birthDate", s."patientId" AS "newId",
      p."id" AS "knownId", p."birthDate" AS "knownBirth", r."id" IS NOT NULL AS there
    FROM ${rows} s
    LEFT JOIN LATERAL (
      SELECT "id", "birthDate" FROM "Patient" WHERE lower("mrn") COLLATE "C" = lower(s."mrn") COLLATE "C" LIMIT 1
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
    SELECT "line", mrn, "newId", "knownId", CASE WHEN verdict = 'open' AND turn > 1 THEN 'there' ELSE verdict END AS verdict
    FROM counted
  )
  SELECT "line", coalesce("knownId", first_value("newId") OVER (PARTITION BY mrn, verdict ORDER BY "line")),
    CASE WHEN verdict = 'open' AND "knownId" IS NULL
      AND row_number() OVER (PARTITION BY mrn, verdict ORDER BY "line") = 1 THEN 'open-with-patient' ELSE verdict END
  FROM settled`

/** Counts what became of the judged rows. */
export const countJudged = `
  SELECT count(*) FILTER (WHERE "verdict" LIKE 'open%')::int AS imported,
    count(*) FILTER (WHERE "verdict" = 'there')::int AS skipped,
    count(*) FILTER (WHERE "verdict" = 'other-birth-date')::int AS refused,
    count(*) FILTER (WHERE "verdict" = 'open-with-patient')::int AS patients
  FROM judged`

/** Lists the lines that were refused for another birth date, as far as errors are still listed. */
export const linesWithOtherBirthDate = `
  SELECT "line" FROM judged WHERE "verdict" = 'other-birth-date' ORDER BY "line" LIMIT $1`
