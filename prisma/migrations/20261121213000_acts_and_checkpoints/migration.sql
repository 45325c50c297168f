-- Stores acts that arrived together: what each records, the reply kept for its retry, the end of its author's draft and
-- its entry in the log, or nothing of it. With the rights of whoever calls. An act of which nothing is stored is told
-- by its verdict: done before under the same key, or of no patient that is known. `packed` is the findings and results
-- one after the other, each act says where its own are: they are most of what is sent, and are not escaped so.
CREATE FUNCTION "record_acts"(acts json, packed bytea, events bytea[], salts bytea[])
    RETURNS TABLE ("verdict" text, "displayName" text, "role" "Role", "requestHash" text, "body" jsonb)
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
    stored bigint[];
BEGIN
    WITH act AS MATERIALIZED (
        SELECT * FROM ROWS FROM (json_to_recordset(acts) AS (
            "accountId" uuid, "key" text, "requestHash" text, "id" uuid, "at" timestamptz, "patientId" uuid,
            "outcome" text, "rulesetId" text, "rulesetVersion" text, "rulesetHash" text,
            "findingsFrom" int, "resultFrom" int, "resultTo" int, "decision" json
        )) WITH ORDINALITY AS act("accountId", "key", "requestHash", "id", "at", "patientId",
            "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "findingsFrom", "resultFrom", "resultTo", "decision", "place")
        WHERE "decision" IS NOT NULL OR EXISTS (SELECT FROM "Patient" WHERE "Patient"."id" = "patientId")
    ), replied AS (
        INSERT INTO "IdempotentReply" ("accountId", "key", "requestHash", "status", "body")
        SELECT "accountId", "key", "requestHash", 201, jsonb_build_object('recorded', "id")
        FROM act WHERE "key" IS NOT NULL ORDER BY "accountId", "key"
        ON CONFLICT DO NOTHING RETURNING ("body" ->> 'recorded')::uuid AS "id"
    ), fresh AS (
        SELECT * FROM act WHERE "key" IS NULL OR "id" IN (SELECT "id" FROM replied)
    ), screened AS (
        INSERT INTO "Screening" ("id", "patientId", "findings", "result", "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "authorId", "recordedAt")
        SELECT "id", "patientId",
            convert_from(substring(packed FROM "findingsFrom" + 1 FOR "resultFrom" - "findingsFrom"), 'UTF8')::jsonb,
            convert_from(substring(packed FROM "resultFrom" + 1 FOR "resultTo" - "resultFrom"), 'UTF8')::jsonb,
            "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "accountId", "at"
        FROM fresh WHERE "decision" IS NULL
    ), ended AS (
        DELETE FROM "Draft" USING fresh
        WHERE fresh."decision" IS NULL AND "Draft"."accountId" = fresh."accountId" AND "Draft"."patientId" = fresh."patientId"
    ), decided AS (
        INSERT INTO "Decision" SELECT row.* FROM fresh, json_populate_record(NULL::"Decision", "decision") AS row
        WHERE "decision" IS NOT NULL
    )
    SELECT array_agg("place" ORDER BY "place") INTO stored FROM fresh;

    IF stored IS NOT NULL THEN
        PERFORM audit_append(array_agg(events[place] ORDER BY place), array_agg(salts[place] ORDER BY place), array_agg(NULL::bytea))
        FROM unnest(stored) AS place;
    END IF;

    RETURN QUERY
    SELECT CASE WHEN "place" = ANY (stored) THEN 'stored' WHEN reply."key" IS NOT NULL THEN 'repeated' ELSE 'no-patient' END,
        author."displayName", author."role", reply."requestHash", reply."body"
    FROM ROWS FROM (json_to_recordset(acts) AS ("accountId" uuid, "key" text)) WITH ORDINALITY AS act("accountId", "key", "place")
    JOIN "Account" AS author ON author."id" = act."accountId"
    LEFT JOIN "IdempotentReply" AS reply ON reply."accountId" = act."accountId" AND reply."key" = act."key"
    ORDER BY "place";
END
$$;
REVOKE ALL ON FUNCTION "record_acts"(json, bytea, bytea[], bytea[]) FROM PUBLIC;

-- CreateTable
CREATE TABLE "AuditBlock" (
    "number" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditBlock_pkey" PRIMARY KEY ("number")
);

CREATE TRIGGER "AuditBlock_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditBlock"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "AuditBlock" ENABLE ALWAYS TRIGGER "AuditBlock_append_only";

-- Keeps a signed checkpoint of what is in the log, with the blocks that it completes; one that is kept already stays.
CREATE FUNCTION "audit_checkpoint"(size bigint, root bytea, note text, first_block bigint, blocks bytea[])
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF size < 1 OR size > (SELECT "sequence" FROM public."AuditHead") OR (first_block + cardinality(blocks)) * 256 > size THEN
        RAISE EXCEPTION 'a checkpoint is of entries that are in the log' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO public."AuditCheckpoint" ("size", "root", "note") VALUES (size, root, note) ON CONFLICT DO NOTHING;
    INSERT INTO public."AuditBlock" ("number", "hash")
    SELECT first_block + place - 1, hash FROM unnest(blocks) WITH ORDINALITY AS block(hash, place) ON CONFLICT DO NOTHING;
END
$$;
REVOKE ALL ON FUNCTION "audit_checkpoint"(bigint, bytea, text, bigint, bytea[]) FROM PUBLIC;

-- What was refused or failed is searched for among all that was done; partial, so that what is done pays nothing for it.
CREATE INDEX "AuditEntry_outcome_audit_idx" ON "AuditEntry" ("outcome", "sequence" DESC) WHERE "outcome" <> 'done';

-- Erases what entries seal, with its salt, so that nobody can try out what it was; the entries stay, and each erasure is
-- an entry. For the tables' owner alone. What an entry seals of a screening or a decision is its row and is not erased here.
CREATE FUNCTION "audit_erase"(entries bigint[], why text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    erased bigint;
BEGIN
    IF why !~ '^[a-z][a-z-]{2,40}$' THEN
        RAISE EXCEPTION 'a reason to erase is one word in lower case, such as court-order' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM set_config('kyphoscreen.erasing', 'on', true);
    UPDATE public."AuditDetail" SET "salt" = decode(repeat('00', 16), 'hex'), "details" = NULL
    WHERE "sequence" = ANY (entries) AND "details" IS NOT NULL;
    GET DIAGNOSTICS erased = ROW_COUNT;
    PERFORM set_config('kyphoscreen.erasing', 'off', true);
    IF erased IS DISTINCT FROM cardinality(entries) THEN
        RAISE EXCEPTION 'not each of these entries has details of its own that are still there' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM public.audit_append(array_agg(convert_to(format(
            '{"action":"details-erased","address":null,"on":{"id":"%s","kind":"entry"},"outcome":"done","patientId":null,"reason":"%s","requestId":null,"ruleset":null,"sealed":null,"who":null}',
            entry, why), 'UTF8')), array_agg(NULL::bytea), array_agg(NULL::bytea))
    FROM unnest(entries) AS entry;
END
$$;
REVOKE ALL ON FUNCTION "audit_erase"(bigint[], text) FROM PUBLIC;
