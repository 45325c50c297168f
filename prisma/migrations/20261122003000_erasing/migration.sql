-- AlterTable
ALTER TABLE "Patient" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Screening" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- What was recorded is blanked by erasing alone, which is the owner's and written into the log.
CREATE OR REPLACE FUNCTION "refuse_change_of_screening"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('kyphoscreen.erasing', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'a recorded screening is never changed or removed: record a new screening instead'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE OR REPLACE FUNCTION "refuse_change_of_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('kyphoscreen.erasing', true) = 'on'
        AND TG_TABLE_NAME IN ('Decision', 'Impression', 'Evidence', 'Ruling', 'ReferralEvent') THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'what was recorded is never changed or removed: record something new instead'
        USING ERRCODE = 'restrict_violation';
END
$$;

-- Nothing new is written about somebody who was erased, from a page that was open before.
CREATE FUNCTION "refuse_erased_patient"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM added JOIN public."Patient" p ON p."id" = added."patientId" WHERE p."erasedAt" IS NOT NULL) THEN
        RAISE EXCEPTION 'everything about this patient was erased' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "Screening_of_somebody" AFTER INSERT ON "Screening"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_erased_patient"();
CREATE TRIGGER "Referral_of_somebody" AFTER INSERT ON "Referral"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_erased_patient"();
CREATE TRIGGER "Draft_of_somebody" AFTER INSERT ON "Draft"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_erased_patient"();

-- Erases everything about a patient but that it was there: the rows stay with their ids, times, authors, outcomes and
-- kinds, and say that they were erased. What the entries of the log seal about the patient goes with it, each told of.
CREATE FUNCTION "erase_patient"(patient uuid, why text) RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moment timestamptz := date_trunc('milliseconds', clock_timestamp());
    referrals uuid[];
    screenings uuid[];
    entries bigint[];
BEGIN
    IF why !~ '^[a-z][a-z-]{2,40}$' THEN
        RAISE EXCEPTION 'a reason to erase is one word in lower case, such as court-order' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM FROM "Patient" WHERE "id" = patient AND "erasedAt" IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no patient of this id who is not erased already' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT coalesce(array_agg("id"), '{}') INTO referrals FROM "Referral" WHERE "patientId" = patient;
    IF EXISTS (SELECT FROM "Referral" WHERE "id" = ANY (referrals) AND "state" NOT IN ('decided', 'closed')) THEN
        RAISE EXCEPTION 'a referral of this patient is open: close it first' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT coalesce(array_agg("id"), '{}') INTO screenings FROM "Screening" WHERE "patientId" = patient;

    PERFORM set_config('kyphoscreen.erasing', 'on', true);
    UPDATE "Screening" SET "findings" = '{}', "result" = '{}', "facts" = NULL, "missing" = NULL, "decisive" = NULL, "erasedAt" = moment
    WHERE "id" = ANY (screenings);
    UPDATE "Decision" SET "reasonText" = NULL, "note" = NULL WHERE "screeningId" = ANY (screenings);
    UPDATE "Impression" SET "note" = NULL WHERE "screeningId" = ANY (screenings);
    UPDATE "Ruling" SET "reason" = 'erased' WHERE "evidenceId" IN (SELECT "id" FROM "Evidence" WHERE "referralId" = ANY (referrals));
    UPDATE "Evidence" SET "facts" = '{}', "originName" = 'erased' WHERE "referralId" = ANY (referrals);
    UPDATE "ReferralEvent" SET "what" = 'erased', "from" = NULL, "to" = NULL, "why" = NULL WHERE "referralId" = ANY (referrals);
    UPDATE "ReferralDocument" SET "note" = NULL WHERE "referralId" = ANY (referrals);
    UPDATE "Task" SET "what" = 'erased' WHERE "referralId" = ANY (referrals);
    UPDATE "Referral" SET "externalId" = NULL, "referrerName" = 'erased', "referrerOrganisation" = NULL, "referrerPhone" = NULL,
        "referrerFax" = NULL, "reason" = 'erased', "sortName" = E'erased\t', "facts" = NULL, "outcome" = 'no-level', "urgent" = false,
        "conflicts" = 0, "decisive" = '[]', "nextChangeOn" = NULL, "nextOutcome" = NULL, "readyOn" = NULL, "closesOn" = NULL,
        "version" = "version" + 1
    WHERE "id" = ANY (referrals);
    DELETE FROM "Draft" WHERE "patientId" = patient;
    DELETE FROM "IdempotentReply" WHERE "body"::text LIKE '%' || patient || '%';
    UPDATE "Patient" SET "mrn" = 'erased ' || "id", "familyName" = 'Erased', "givenName" = 'on ' || to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
        "birthDate" = '1900-01-01', "sex" = 'unknown', "erasedAt" = moment
    WHERE "id" = patient;

    SELECT coalesce(array_agg("sequence" ORDER BY "sequence"), '{}') INTO entries
    FROM "AuditEntry" JOIN "AuditDetail" USING ("sequence")
    WHERE ("patientId" = patient OR "shown" @> ARRAY[patient]) AND "salt" <> decode(repeat('00', 16), 'hex');
    UPDATE "AuditDetail" SET "salt" = decode(repeat('00', 16), 'hex'), "details" = NULL WHERE "sequence" = ANY (entries);
    PERFORM set_config('kyphoscreen.erasing', 'off', true);
    PERFORM audit_append(array_agg(convert_to(event, 'UTF8') ORDER BY place), array_agg(NULL::bytea), array_agg(NULL::bytea))
    FROM (
        SELECT 0 AS place, format('{"action":"patient-erased","address":null,"on":{"id":"%1$s","kind":"patient"},"outcome":"done","patientId":"%1$s","reason":"%2$s","requestId":null,"ruleset":null,"sealed":null,"who":null}', patient, why) AS event
        UNION ALL
        SELECT entry, format('{"action":"details-erased","address":null,"on":{"id":"%s","kind":"entry"},"outcome":"done","patientId":null,"reason":"%s","requestId":null,"ruleset":null,"sealed":null,"who":null}', entry, why)
        FROM unnest(entries) AS entry
    ) AS told;
    RETURN cardinality(entries);
END
$$;
REVOKE ALL ON FUNCTION "erase_patient"(uuid, text) FROM PUBLIC;
