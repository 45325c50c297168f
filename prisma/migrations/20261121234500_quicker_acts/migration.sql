-- Findings and results are kept as the very text they were written as, which is half the cost to store; a result goes
-- beside its row as it is, for to compress it takes longer than all else that is stored of a screening.
ALTER TABLE "Screening"
    ALTER COLUMN "missing" DROP EXPRESSION,
    ALTER COLUMN "decisive" DROP EXPRESSION;
ALTER TABLE "Screening"
    ALTER COLUMN "findings" TYPE JSON,
    ALTER COLUMN "result" TYPE JSON,
    ALTER COLUMN "result" SET STORAGE EXTERNAL;

-- Whoever stores a result says which facts it lacks; where nothing is said, it is read from the result.
CREATE FUNCTION "missing_of_result"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    missing jsonb := NEW."result"::jsonb -> 'missing';
BEGIN
    IF jsonb_typeof(missing) = 'array' THEN
        NEW."missing" := jsonb_path_query_array(missing, '$[*].fact');
        NEW."decisive" := jsonb_path_query_array(missing, '$[*] ? (@.decisive == true).fact');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "Screening_missing" BEFORE INSERT ON "Screening"
    FOR EACH ROW WHEN (NEW."missing" IS NULL OR NEW."decisive" IS NULL) EXECUTE FUNCTION "missing_of_result"();

-- Few entries have a list of patients: the others need no place in its index.
DROP INDEX "AuditEntry_shown_idx";
CREATE INDEX "AuditEntry_shown_audit_idx" ON "AuditEntry" USING GIN ("shown") WHERE "shown" IS NOT NULL;

-- The columns of an entry come from its event in the one function that writes them; the check of the log compares them.
ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_columns_check";
DROP FUNCTION "audit_event_says"(bytea, uuid, text, text, uuid, text, text, uuid[]);

-- The one way into the log, as before: what can be done without the head is done before it is taken.
CREATE OR REPLACE FUNCTION "audit_append"(events bytea[], salts bytea[], details bytea[])
    RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    head public."AuditHead"%ROWTYPE;
    moment timestamptz;
    milliseconds bytea;
    tag CONSTANT bytea := convert_to('kyphoscreen audit entry 1', 'UTF8') || '\x00'::bytea;
    back CONSTANT bytea := convert_to('{"action":"clock-moved-back","address":null,"on":null,"outcome":"done","patientId":null,"reason":null,"requestId":null,"ruleset":null,"sealed":null,"who":null}', 'UTF8');
    told jsonb[];
    unsealed boolean;
    hashes bytea[];
    last bytea;
BEGIN
    IF cardinality(events) = 0 OR cardinality(salts) <> cardinality(events) OR cardinality(details) <> cardinality(events) THEN
        RAISE EXCEPTION 'an audit entry has one event, one salt and one detail' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT array_agg(it ORDER BY i), bool_or((it ->> 'sealed' IS NULL) <> (salt IS NULL) OR length(salt) < 16
        OR detail IS NOT NULL AND encode(sha256(salt || detail), 'hex') IS DISTINCT FROM it ->> 'sealed')
    INTO told, unsealed
    FROM (
        SELECT convert_from(event, 'UTF8')::jsonb AS it, salt, detail, i
        FROM ROWS FROM (unnest(events), unnest(salts), unnest(details)) WITH ORDINALITY AS given(event, salt, detail, i) OFFSET 0
    ) AS given;
    IF unsealed THEN
        RAISE EXCEPTION 'an audit entry seals its details with a salt of 16 bytes or more' USING ERRCODE = 'invalid_parameter_value';
    END IF;

    SELECT * INTO STRICT head FROM public."AuditHead" FOR UPDATE;
    moment := date_trunc('milliseconds', clock_timestamp());
    IF moment < head."at" THEN
        events := back || events;
        told := array_prepend(convert_from(back, 'UTF8')::jsonb, told);
        salts := NULL::bytea || salts;
        details := NULL::bytea || details;
    END IF;
    milliseconds := int8send((extract(epoch FROM moment) * 1000)::bigint);
    last := head."hash";
    hashes[0] := last;
    FOR i IN 1 .. cardinality(events) LOOP
        last := sha256(tag || int8send(head."sequence" + i) || milliseconds || last || events[i]);
        hashes[i] := last;
    END LOOP;
    INSERT INTO public."AuditEntry" ("sequence", "at", "previous", "hash", "bytes", "accountId", "action", "outcome", "patientId", "onKind", "onId", "shown")
    SELECT head."sequence" + i, moment, hashes[i - 1], hashes[i], event, (it #>> '{who,accountId}')::uuid,
        it ->> 'action', it ->> 'outcome', (it ->> 'patientId')::uuid, it #>> '{on,kind}', it #>> '{on,id}',
        CASE WHEN it ? 'shown' THEN ARRAY(SELECT jsonb_array_elements_text(it -> 'shown')::uuid) END
    FROM ROWS FROM (unnest(events), unnest(told)) WITH ORDINALITY AS given(event, it, i);
    INSERT INTO public."AuditDetail" ("sequence", "salt", "details")
    SELECT head."sequence" + i, salt, detail
    FROM ROWS FROM (unnest(salts), unnest(details)) WITH ORDINALITY AS sealing(salt, detail, i) WHERE salt IS NOT NULL;
    UPDATE public."AuditHead" SET "sequence" = head."sequence" + cardinality(events), "at" = moment, "hash" = last
    RETURNING "AuditHead"."sequence" INTO head."sequence";
    RETURN head."sequence";
END
$$;

-- Stores acts that arrived together: what each records, the reply kept for its retry, the end of its author's draft and
-- its entry in the log, or nothing of it. With the rights of whoever calls. An act of which nothing is stored is told
-- by its verdict: done before under the same key, or of no patient that is known. `packed` has salt, event, findings and
-- result of one act after the other, and each act says where its own begin and end: they are most of what is sent, and
-- are not escaped so.
DROP FUNCTION "record_acts"(json, bytea, bytea[], bytea[]);
CREATE FUNCTION "record_acts"(acts json, packed bytea)
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
            convert_from(substring(packed FROM "resultFrom" + 1 FOR "end" - "resultFrom"), 'UTF8')::json,
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
REVOKE ALL ON FUNCTION "record_acts"(json, bytea) FROM PUBLIC;
