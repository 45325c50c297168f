-- AlterTable
ALTER TABLE "Screening" ADD COLUMN     "facts" JSONB,
ADD COLUMN     "referralId" UUID;

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "patientId" UUID NOT NULL,
    "externalId" TEXT,
    "referrerName" TEXT NOT NULL,
    "referrerOrganisation" TEXT,
    "referrerPhone" TEXT,
    "referrerFax" TEXT,
    "receivedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "ownerId" UUID,
    "dueOn" DATE,
    "state" TEXT NOT NULL DEFAULT 'new',
    "sortName" TEXT COLLATE "C" NOT NULL,
    "facts" JSONB,
    "outcome" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "decisive" JSONB NOT NULL DEFAULT '[]',
    "nextChangeOn" DATE,
    "nextOutcome" TEXT,
    "readyOn" DATE,
    "closesOn" DATE,
    "screenedOn" DATE NOT NULL,
    "rulesetHash" TEXT NOT NULL,
    "receivedSequence" BIGINT NOT NULL DEFAULT 0,
    "changedSequence" BIGINT NOT NULL DEFAULT 0,
    "cell" SMALLINT GENERATED ALWAYS AS (
        CASE "state" WHEN 'new' THEN 0 WHEN 'in-triage' THEN 36 WHEN 'waiting-for-information' THEN 72 WHEN 'ready-for-surgeon' THEN 108 WHEN 'decided' THEN 144 WHEN 'closed' THEN 180 END
        + CASE "outcome" WHEN 'meets' THEN 0 WHEN 'does-not-meet' THEN 6 WHEN 'insufficient-information' THEN 12 WHEN 'needs-surgeon-review' THEN 18 WHEN 'no-level' THEN 24 WHEN 'contradiction' THEN 30 END
        + CASE "priority" WHEN 'routine' THEN 0 WHEN 'soon' THEN 2 WHEN 'urgent' THEN 4 END
        + CASE WHEN "conflicts" > 0 THEN 1 ELSE 0 END
    ) STORED,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "originKind" TEXT NOT NULL,
    "originName" TEXT NOT NULL,
    "originOn" DATE NOT NULL,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ruling" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "evidenceId" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "level" TEXT,
    "kind" TEXT NOT NULL,
    "over" UUID[],
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralDocument" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "expectedOn" DATE,
    "receivedOn" DATE,
    "documentOn" DATE,

    CONSTRAINT "ReferralDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "ownerId" UUID,
    "doneById" UUID,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralEvent" (
    "sequence" BIGSERIAL NOT NULL,
    "referralId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "why" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReferralEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "View" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,

    CONSTRAINT "View_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorklistTally" (
    "id" BIGSERIAL NOT NULL,
    "by" TEXT NOT NULL,
    "cell" SMALLINT NOT NULL,
    "ownerId" UUID,
    "day" DATE,
    "count" INTEGER NOT NULL,

    CONSTRAINT "WorklistTally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Referral_externalId_key" ON "Referral"("externalId");

-- CreateIndex
CREATE INDEX "Referral_patientId_idx" ON "Referral"("patientId");

-- CreateIndex
CREATE INDEX "Evidence_referralId_idx" ON "Evidence"("referralId");

-- CreateIndex
CREATE INDEX "Ruling_evidenceId_idx" ON "Ruling"("evidenceId");

-- CreateIndex
CREATE INDEX "ReferralDocument_referralId_idx" ON "ReferralDocument"("referralId");

-- CreateIndex
CREATE INDEX "Task_referralId_idx" ON "Task"("referralId");

-- CreateIndex
CREATE INDEX "ReferralEvent_referralId_sequence_idx" ON "ReferralEvent"("referralId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "View_accountId_name_key" ON "View"("accountId", "name");

-- CreateIndex
CREATE INDEX "Screening_referralId_idx" ON "Screening"("referralId");

-- AddForeignKey
ALTER TABLE "Screening" ADD CONSTRAINT "Screening_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralDocument" ADD CONSTRAINT "ReferralDocument_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "View" ADD CONSTRAINT "View_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'staged',
    "format" TEXT NOT NULL,
    "layout" JSONB NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "read" BIGINT NOT NULL DEFAULT 0,
    "line" INTEGER NOT NULL DEFAULT 1,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "patients" INTEGER NOT NULL DEFAULT 0,
    "listedErrors" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "cancelAsked" BOOLEAN NOT NULL DEFAULT false,
    "runnerId" UUID,
    "heartbeatAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportChunk" (
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportChunk_pkey" PRIMARY KEY ("importId","number")
);

-- CreateTable
CREATE TABLE "ImportError" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ImportError_pkey" PRIMARY KEY ("importId","line","place")
);

-- CreateIndex
CREATE INDEX "Import_state_idx" ON "Import"("state");

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt" DESC);

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportChunk" ADD CONSTRAINT "ImportChunk_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportError" ADD CONSTRAINT "ImportError_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An import's states; its file is kept as it came, without trying to compress it.
ALTER TABLE "Import" ADD CONSTRAINT "Import_state_check" CHECK ("state" IN ('staged', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed'));
ALTER TABLE "ImportChunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- Words that only the rules and the contract may extend.
ALTER TABLE "Referral"
    ADD CONSTRAINT "Referral_state_check" CHECK ("state" IN ('new', 'in-triage', 'waiting-for-information', 'ready-for-surgeon', 'decided', 'closed')),
    ADD CONSTRAINT "Referral_priority_check" CHECK ("priority" IN ('routine', 'soon', 'urgent')),
    ADD CONSTRAINT "Referral_outcome_check" CHECK ("outcome" IN ('meets', 'does-not-meet', 'insufficient-information', 'needs-surgeon-review', 'no-level', 'contradiction'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_originKind_check" CHECK ("originKind" IN ('document', 'phone-call', 'examination'));
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_kind_check" CHECK ("kind" IN ('chosen', 'withdrawn'));

-- Evidence, rulings and events stay as they were written, for the tables' owner too.
CREATE FUNCTION "refuse_change_of_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was recorded is never changed or removed: record something new instead'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "Evidence_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Evidence"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "Ruling_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Ruling"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "ReferralEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReferralEvent"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER "Evidence_append_only";
ALTER TABLE "Ruling" ENABLE ALWAYS TRIGGER "Ruling_append_only";
ALTER TABLE "ReferralEvent" ENABLE ALWAYS TRIGGER "ReferralEvent_append_only";

-- What comes by the million refers to accounts, patients and referrals by keys that are checked once a statement
-- and not once a row: a file of referrals is taken in at less than half the cost, and nobody locks an account by it.
ALTER TABLE "Patient" DROP CONSTRAINT "Patient_createdById_fkey";

CREATE FUNCTION "refuse_unknown_reference"() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    lacking boolean;
BEGIN
    CASE TG_TABLE_NAME
    WHEN 'Patient' THEN
        SELECT EXISTS (SELECT FROM (SELECT DISTINCT "createdById" AS id FROM added) AS it
            WHERE (SELECT a."id" FROM "Account" a WHERE a."id" = it.id) IS NULL) INTO lacking;
    WHEN 'Referral' THEN
        SELECT EXISTS (SELECT FROM (SELECT DISTINCT "createdById" AS id FROM added) AS it
            WHERE (SELECT a."id" FROM "Account" a WHERE a."id" = it.id) IS NULL)
            OR EXISTS (SELECT FROM added
            WHERE (SELECT p."id" FROM "Patient" p WHERE p."id" = added."patientId") IS NULL) INTO lacking;
    WHEN 'Evidence' THEN
        SELECT EXISTS (SELECT FROM (SELECT DISTINCT "enteredById" AS id FROM added) AS it
            WHERE (SELECT a."id" FROM "Account" a WHERE a."id" = it.id) IS NULL)
            OR EXISTS (SELECT FROM added
            WHERE (SELECT r."id" FROM "Referral" r WHERE r."id" = added."referralId") IS NULL) INTO lacking;
    WHEN 'ReferralEvent' THEN
        SELECT EXISTS (SELECT FROM (SELECT DISTINCT "byId" AS id FROM added) AS it
            WHERE (SELECT a."id" FROM "Account" a WHERE a."id" = it.id) IS NULL)
            OR EXISTS (SELECT FROM added
            WHERE (SELECT r."id" FROM "Referral" r WHERE r."id" = added."referralId") IS NULL) INTO lacking;
    END CASE;
    IF lacking THEN
        RAISE EXCEPTION 'a row of "%" refers to an account, a patient or a referral that is not there', TG_TABLE_NAME
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "Patient_references" AFTER INSERT ON "Patient"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_unknown_reference"();
CREATE TRIGGER "Referral_references" AFTER INSERT ON "Referral"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_unknown_reference"();
CREATE TRIGGER "Evidence_references" AFTER INSERT ON "Evidence"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_unknown_reference"();
CREATE TRIGGER "ReferralEvent_references" AFTER INSERT ON "ReferralEvent"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_unknown_reference"();

-- What is referred to so stays, for the tables' owner too; and so does what it is referred to by.
CREATE FUNCTION "refuse_loss_of_reference"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what an account, a patient or a referral is known by is never changed or removed'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "Account_stays" BEFORE DELETE OR TRUNCATE ON "Account"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_loss_of_reference"();
CREATE TRIGGER "Account_keeps_id" BEFORE UPDATE OF "id" ON "Account"
    FOR EACH ROW WHEN (OLD."id" <> NEW."id") EXECUTE FUNCTION "refuse_loss_of_reference"();
CREATE TRIGGER "Patient_stays" BEFORE DELETE OR TRUNCATE ON "Patient"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_loss_of_reference"();
CREATE TRIGGER "Patient_keeps_ids" BEFORE UPDATE OF "id", "createdById" ON "Patient"
    FOR EACH ROW WHEN (OLD."id" <> NEW."id" OR OLD."createdById" <> NEW."createdById")
    EXECUTE FUNCTION "refuse_loss_of_reference"();
CREATE TRIGGER "Referral_stays" BEFORE DELETE OR TRUNCATE ON "Referral"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_loss_of_reference"();
CREATE TRIGGER "Referral_keeps_ids" BEFORE UPDATE OF "id", "patientId", "createdById" ON "Referral"
    FOR EACH ROW WHEN (OLD."id" <> NEW."id" OR OLD."patientId" <> NEW."patientId" OR OLD."createdById" <> NEW."createdById")
    EXECUTE FUNCTION "refuse_loss_of_reference"();
ALTER TABLE "Account" ENABLE ALWAYS TRIGGER "Account_stays";
ALTER TABLE "Patient" ENABLE ALWAYS TRIGGER "Patient_stays";
ALTER TABLE "Referral" ENABLE ALWAYS TRIGGER "Referral_stays";

-- The name that referrals are sorted and searched by has its two parts apart.
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_sortName_check" CHECK (strpos("sortName", E'\t') > 0);

-- The worklist. A sort reads the beginning of each cell; a filter by owner, day or name reads one index alone.
CREATE INDEX "Referral_worklist_closing_idx" ON "Referral" ("cell", "closesOn", "id")
    INCLUDE ("ownerId", "dueOn", "receivedOn", "readyOn", "nextChangeOn", "changedSequence", "sortName");
CREATE INDEX "Referral_worklist_due_idx" ON "Referral" ("cell", "dueOn", "id")
    INCLUDE ("ownerId", "closesOn", "receivedOn", "readyOn", "nextChangeOn", "changedSequence", "sortName");
CREATE INDEX "Referral_worklist_received_idx" ON "Referral" ("cell", "receivedOn", "id");
CREATE INDEX "Referral_worklist_name_idx" ON "Referral" ("cell", "sortName", "id")
    INCLUDE ("ownerId", "closesOn", "dueOn", "receivedOn", "readyOn", "nextChangeOn", "changedSequence");
CREATE INDEX "Referral_worklist_next_change_idx" ON "Referral" ("cell", "nextChangeOn", "id");
CREATE INDEX "Referral_worklist_changed_idx" ON "Referral" ("cell", "changedSequence", "id");
CREATE INDEX "Referral_worklist_owner_idx" ON "Referral" ("ownerId", "cell")
    INCLUDE ("id", "closesOn", "dueOn", "receivedOn", "readyOn", "nextChangeOn", "changedSequence", "sortName");
CREATE INDEX "Referral_worklist_given_name_idx" ON "Referral" ((split_part("sortName", E'\t', 2)), "cell")
    INCLUDE ("id", "ownerId", "closesOn", "dueOn", "receivedOn", "readyOn", "nextChangeOn", "changedSequence", "sortName");
CREATE INDEX "Referral_worklist_ready_idx" ON "Referral" ("readyOn", "cell")
    INCLUDE ("id", "ownerId", "closesOn", "dueOn", "receivedOn", "nextChangeOn", "changedSequence", "sortName")
    WHERE "readyOn" IS NOT NULL;
CREATE INDEX "Referral_worklist_rescreening_idx" ON "Referral" ("rulesetHash", "nextChangeOn")
    WHERE "state" NOT IN ('decided', 'closed');
CREATE UNIQUE INDEX "Patient_worklist_mrn_idx" ON "Patient" (lower("mrn") COLLATE "C");
CREATE INDEX "WorklistTally_worklist_idx" ON "WorklistTally" ("by", "day");

-- Counts of referrals by cell and owner, and by cell and day, written as differences so that nobody waits for anybody.
CREATE FUNCTION "tally_referrals"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO "WorklistTally" ("by", "cell", "ownerId", "day", "count")
        SELECT CASE WHEN GROUPING("ownerId") = 0 THEN 'owner' WHEN GROUPING("dueOn") = 0 THEN 'due' ELSE 'closing' END,
            "cell", "ownerId", COALESCE("dueOn", "closesOn"), count(*)
        FROM added
        GROUP BY GROUPING SETS (("cell", "ownerId"), ("cell", "dueOn"), ("cell", "closesOn"))
        HAVING GROUPING("ownerId") = 0 OR COALESCE("dueOn", "closesOn") IS NOT NULL;
    ELSE
        INSERT INTO "WorklistTally" ("by", "cell", "ownerId", "day", "count")
        SELECT CASE WHEN GROUPING("ownerId") = 0 THEN 'owner' WHEN GROUPING("dueOn") = 0 THEN 'due' ELSE 'closing' END,
            "cell", "ownerId", COALESCE("dueOn", "closesOn"), sum(sign)
        FROM (
            SELECT "cell", "ownerId", "dueOn", "closesOn", 1 AS sign FROM added
            UNION ALL
            SELECT "cell", "ownerId", "dueOn", "closesOn", -1 AS sign FROM removed
        ) AS moved
        GROUP BY GROUPING SETS (("cell", "ownerId"), ("cell", "dueOn"), ("cell", "closesOn"))
        HAVING sum(sign) <> 0 AND (GROUPING("ownerId") = 0 OR COALESCE("dueOn", "closesOn") IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "Referral_tally_added" AFTER INSERT ON "Referral"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "tally_referrals"();
CREATE TRIGGER "Referral_tally_changed" AFTER UPDATE ON "Referral"
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "tally_referrals"();

-- Adds the differences up when there are many, one process at a time; what is written meanwhile stays for the next time.
CREATE FUNCTION "compact_worklist_tally"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(7042026112) OR (
        SELECT count(*) < 1000 + 2 * count(DISTINCT ("by", "cell", "ownerId", "day")) FROM "WorklistTally"
    ) THEN
        RETURN;
    END IF;
    WITH gone AS (DELETE FROM "WorklistTally" RETURNING *)
    INSERT INTO "WorklistTally" ("by", "cell", "ownerId", "day", "count")
    SELECT "by", "cell", "ownerId", "day", sum("count") FROM gone
    GROUP BY "by", "cell", "ownerId", "day" HAVING sum("count") <> 0;
END
$$;
