-- A result is kept as text: that it is JSON is seen to by whoever writes it and by the check of the log, and to read it
-- through once more as it was stored took a tenth of what the database does for a screening.
ALTER TABLE "Screening" ALTER COLUMN "result" TYPE TEXT;
ALTER TABLE "Screening" ALTER COLUMN "result" SET STORAGE EXTERNAL;

-- As before, but for the result.
CREATE OR REPLACE FUNCTION "record_acts"(acts json, packed bytea)
    RETURNS TABLE ("verdict" text, "displayName" text, "role" "Role", "requestHash" text, "body" jsonb)
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
    accounts uuid[];
    keys text[];
    stored boolean[];
    events bytea[];
    salts bytea[];
BEGIN
    WITH act AS MATERIALIZED (
        SELECT *, "decision" IS NOT NULL OR EXISTS (SELECT FROM "Patient" WHERE "Patient"."id" = "patientId") AS "isKnown"
        FROM ROWS FROM (json_to_recordset(acts) AS (
            "accountId" uuid, "key" text, "requestHash" text, "id" uuid, "at" timestamptz, "patientId" uuid,
            "outcome" text, "rulesetId" text, "rulesetVersion" text, "rulesetHash" text, "missing" jsonb, "decisive" jsonb,
            "saltFrom" int, "eventFrom" int, "findingsFrom" int, "resultFrom" int, "end" int, "decision" json
        )) WITH ORDINALITY AS act("accountId", "key", "requestHash", "id", "at", "patientId",
            "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "missing", "decisive",
            "saltFrom", "eventFrom", "findingsFrom", "resultFrom", "end", "decision", "place")
    ), replied AS (
        INSERT INTO "IdempotentReply" ("accountId", "key", "requestHash", "status", "body")
        SELECT "accountId", "key", "requestHash", 201, jsonb_build_object('recorded', "id")
        FROM act WHERE "isKnown" AND "key" IS NOT NULL ORDER BY "accountId", "key"
        ON CONFLICT DO NOTHING RETURNING ("body" ->> 'recorded')::uuid AS "id"
    ), told AS MATERIALIZED (
        SELECT *, "isKnown" AND ("key" IS NULL OR "id" IN (SELECT "id" FROM replied)) AS "isFresh" FROM act
    ), screened AS (
        INSERT INTO "Screening" ("id", "patientId", "findings", "result", "outcome", "rulesetId", "rulesetVersion", "rulesetHash",
            "authorId", "recordedAt", "missing", "decisive")
        SELECT "id", "patientId",
            convert_from(substring(packed FROM "findingsFrom" + 1 FOR "resultFrom" - "findingsFrom"), 'UTF8')::json,
            convert_from(substring(packed FROM "resultFrom" + 1 FOR "end" - "resultFrom"), 'UTF8'),
            "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "accountId", "at", "missing", "decisive"
        FROM told WHERE "isFresh" AND "decision" IS NULL
    ), ended AS (
        DELETE FROM "Draft" USING told
        WHERE "isFresh" AND "decision" IS NULL AND "Draft"."accountId" = told."accountId" AND "Draft"."patientId" = told."patientId"
    ), decided AS (
        INSERT INTO "Decision" SELECT row.* FROM told, json_populate_record(NULL::"Decision", "decision") AS row
        WHERE "isFresh" AND "decision" IS NOT NULL ORDER BY row."screeningId"
    )
    SELECT array_agg("accountId" ORDER BY "place"), array_agg("key" ORDER BY "place"), array_agg("isFresh" ORDER BY "place"),
        array_agg(substring(packed FROM "eventFrom" + 1 FOR "findingsFrom" - "eventFrom") ORDER BY "place") FILTER (WHERE "isFresh"),
        array_agg(substring(packed FROM "saltFrom" + 1 FOR "eventFrom" - "saltFrom") ORDER BY "place") FILTER (WHERE "isFresh")
    INTO accounts, keys, stored, events, salts
    FROM told;

    IF events IS NOT NULL THEN
        PERFORM audit_append(events, salts, array_fill(NULL::bytea, ARRAY[cardinality(events)]));
    END IF;

    RETURN QUERY
    SELECT CASE WHEN "isFresh" THEN 'stored' WHEN reply."key" IS NOT NULL THEN 'repeated' ELSE 'no-patient' END,
        author."displayName", author."role", reply."requestHash", reply."body"
    FROM unnest(accounts, keys, stored) WITH ORDINALITY AS act("accountId", "key", "isFresh", "place")
    JOIN "Account" AS author ON author."id" = act."accountId"
    LEFT JOIN "IdempotentReply" AS reply ON NOT act."isFresh" AND reply."accountId" = act."accountId" AND reply."key" = act."key"
    ORDER BY "place";
END
$$;
