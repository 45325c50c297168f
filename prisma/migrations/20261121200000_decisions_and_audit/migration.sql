-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "screeningId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "levels" TEXT[],
    "until" DATE,
    "departs" BOOLEAN NOT NULL,
    "reasonGroup" TEXT,
    "reasonCode" TEXT,
    "reasonText" TEXT,
    "note" TEXT,
    "replacesId" UUID,
    "authorId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Impression" (
    "id" UUID NOT NULL,
    "screeningId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Impression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClinicSetting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClinicSetting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "accountId" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "patientId" UUID,
    "onKind" TEXT,
    "onId" TEXT,
    "shown" UUID[],

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "AuditDetail" (
    "sequence" BIGINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "details" BYTEA,

    CONSTRAINT "AuditDetail_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("only")
);

-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditCheckpoint_pkey" PRIMARY KEY ("size")
);

-- CreateIndex
CREATE UNIQUE INDEX "Decision_replacesId_key" ON "Decision"("replacesId");

-- CreateIndex
CREATE INDEX "Decision_screeningId_idx" ON "Decision"("screeningId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_id_screeningId_key" ON "Decision"("id", "screeningId");

-- CreateIndex
CREATE UNIQUE INDEX "Impression_screeningId_authorId_key" ON "Impression"("screeningId", "authorId");

-- CreateIndex
CREATE INDEX "AuditEntry_patientId_sequence_idx" ON "AuditEntry"("patientId", "sequence" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_accountId_sequence_idx" ON "AuditEntry"("accountId", "sequence" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_action_sequence_idx" ON "AuditEntry"("action", "sequence" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_onId_sequence_idx" ON "AuditEntry"("onId", "sequence" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_shown_idx" ON "AuditEntry" USING GIN ("shown");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_screeningId_fkey" FOREIGN KEY ("screeningId") REFERENCES "Screening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Impression" ADD CONSTRAINT "Impression_screeningId_fkey" FOREIGN KEY ("screeningId") REFERENCES "Screening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Impression" ADD CONSTRAINT "Impression_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClinicSetting" ADD CONSTRAINT "ClinicSetting_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A correction replaces a decision of the same screening, and a screening has one decision that replaces none.
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_replaces_same_screening_fkey"
    FOREIGN KEY ("replacesId", "screeningId") REFERENCES "Decision"("id", "screeningId");
CREATE UNIQUE INDEX "Decision_first_audit_idx" ON "Decision" ("screeningId") WHERE "replacesId" IS NULL;

ALTER TABLE "Decision"
    ADD CONSTRAINT "Decision_kind_check" CHECK ("kind" IN ('plan-kyphoplasty', 'defer', 'more-information', 'not-pursued', 'referred-elsewhere')),
    ADD CONSTRAINT "Decision_levels_check" CHECK (("kind" = 'plan-kyphoplasty') = (cardinality("levels") > 0)),
    ADD CONSTRAINT "Decision_until_check" CHECK (("kind" = 'defer') = ("until" IS NOT NULL)),
    ADD CONSTRAINT "Decision_reason_check" CHECK (NOT "departs" OR ("reasonGroup" IS NOT NULL AND "reasonCode" IS NOT NULL));

-- Decisions and impressions stay as they were recorded, and the log as it was written, for the tables' owner too.
CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Decision"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "Impression_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Impression"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditCheckpoint_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditCheckpoint"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditDetail_append_only" BEFORE DELETE OR TRUNCATE ON "AuditDetail"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditDetail_erased_only" BEFORE UPDATE ON "AuditDetail" FOR EACH STATEMENT
    WHEN (current_setting('kyphoscreen.erasing', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditHead_stays" BEFORE DELETE OR TRUNCATE ON "AuditHead"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditHead_goes_on" BEFORE UPDATE ON "AuditHead"
    FOR EACH ROW WHEN (NEW."sequence" <= OLD."sequence") EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "Decision" ENABLE ALWAYS TRIGGER "Decision_append_only";
ALTER TABLE "Impression" ENABLE ALWAYS TRIGGER "Impression_append_only";
ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "AuditEntry_append_only";
ALTER TABLE "AuditCheckpoint" ENABLE ALWAYS TRIGGER "AuditCheckpoint_append_only";
ALTER TABLE "AuditDetail" ENABLE ALWAYS TRIGGER "AuditDetail_append_only";
ALTER TABLE "AuditDetail" ENABLE ALWAYS TRIGGER "AuditDetail_erased_only";
ALTER TABLE "AuditHead" ENABLE ALWAYS TRIGGER "AuditHead_stays";
ALTER TABLE "AuditHead" ENABLE ALWAYS TRIGGER "AuditHead_goes_on";

-- Before the first entry comes one of 32 zero bytes.
ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_only_check" CHECK ("only");
INSERT INTO "AuditHead" ("sequence", "at", "hash") VALUES (0, '-infinity', decode(repeat('00', 32), 'hex'));

-- The columns that an entry is found by repeat its event, whoever writes them.
CREATE FUNCTION "audit_event_says"(bytes bytea, account_id uuid, action text, outcome text, patient_id uuid, on_kind text, on_id text, shown uuid[])
    RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    event jsonb := convert_from(bytes, 'UTF8')::jsonb;
BEGIN
    RETURN (event #>> '{who,accountId}')::uuid IS NOT DISTINCT FROM account_id
        AND event ->> 'action' = action
        AND event ->> 'outcome' = outcome
        AND (event ->> 'patientId')::uuid IS NOT DISTINCT FROM patient_id
        AND event #>> '{on,kind}' IS NOT DISTINCT FROM on_kind
        AND event #>> '{on,id}' IS NOT DISTINCT FROM on_id
        AND CASE WHEN event ? 'shown' THEN ARRAY(SELECT jsonb_array_elements_text(event -> 'shown')::uuid) END IS NOT DISTINCT FROM shown;
END
$$;
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_columns_check"
    CHECK ("audit_event_says"("bytes", "accountId", "action", "outcome", "patientId", "onKind", "onId", "shown"));

-- The one way into the log. The head is taken last of all locks, so that acts that wait for it hold up nobody who has it;
-- sequence and time are the database's. `salts` and `details` are null where an event seals nothing, `details` alone
-- where it seals the record that the act stored. What a hash covers before the event has a fixed length, so that no two
-- entries are the same bytes.
CREATE FUNCTION "audit_append"(events bytea[], salts bytea[], details bytea[])
    RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head public."AuditHead"%ROWTYPE;
    moment timestamptz;
    event jsonb;
    tag CONSTANT bytea := convert_to('kyphoscreen audit entry 1', 'UTF8') || '\x00'::bytea;
    told jsonb[];
    hashes bytea[];
BEGIN
    IF cardinality(events) = 0 OR cardinality(salts) <> cardinality(events) OR cardinality(details) <> cardinality(events) THEN
        RAISE EXCEPTION 'an audit entry has one event, one salt and one detail' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT * INTO STRICT head FROM public."AuditHead" FOR UPDATE;
    moment := date_trunc('milliseconds', clock_timestamp());
    IF moment < head."at" THEN
        events := convert_to('{"action":"clock-moved-back","address":null,"on":null,"outcome":"done","patientId":null,"reason":null,"requestId":null,"ruleset":null,"sealed":null,"who":null}', 'UTF8') || events;
        salts := NULL::bytea || salts;
        details := NULL::bytea || details;
    END IF;
    hashes[0] := head."hash";
    FOR i IN 1 .. cardinality(events) LOOP
        event := convert_from(events[i], 'UTF8')::jsonb;
        IF (event ->> 'sealed' IS NULL) <> (salts[i] IS NULL) OR length(salts[i]) < 16
            OR details[i] IS NOT NULL AND encode(sha256(salts[i] || details[i]), 'hex') IS DISTINCT FROM event ->> 'sealed' THEN
            RAISE EXCEPTION 'an audit entry seals its details with a salt of 16 bytes or more' USING ERRCODE = 'invalid_parameter_value';
        END IF;
        told[i] := event;
        hashes[i] := sha256(tag || int8send(head."sequence" + i) || int8send((extract(epoch FROM moment) * 1000)::bigint) || hashes[i - 1] || events[i]);
    END LOOP;
    INSERT INTO public."AuditEntry" ("sequence", "at", "previous", "hash", "bytes", "accountId", "action", "outcome", "patientId", "onKind", "onId", "shown")
    SELECT head."sequence" + i, moment, hashes[i - 1], hashes[i], events[i], (it #>> '{who,accountId}')::uuid,
        it ->> 'action', it ->> 'outcome', (it ->> 'patientId')::uuid, it #>> '{on,kind}', it #>> '{on,id}',
        CASE WHEN it ? 'shown' THEN ARRAY(SELECT jsonb_array_elements_text(it -> 'shown')::uuid) END
    FROM unnest(told) WITH ORDINALITY AS told(it, i);
    INSERT INTO public."AuditDetail" ("sequence", "salt", "details")
    SELECT head."sequence" + i, salt, detail
    FROM ROWS FROM (unnest(salts), unnest(details)) WITH ORDINALITY AS sealing(salt, detail, i) WHERE salt IS NOT NULL;
    UPDATE public."AuditHead" SET "sequence" = head."sequence" + cardinality(events), "at" = moment, "hash" = hashes[cardinality(events)]
    RETURNING "AuditHead"."sequence" INTO head."sequence";
    RETURN head."sequence";
END
$$;
REVOKE ALL ON FUNCTION "audit_append"(bytea[], bytea[], bytea[]) FROM PUBLIC;
