-- A screening refers to its patient and its author by keys that are checked once a statement and not once a row, together
-- with whether the patient was erased: neither a patient nor an account can be removed or be given another id.
ALTER TABLE "Screening"
    DROP CONSTRAINT "Screening_patientId_fkey",
    DROP CONSTRAINT "Screening_authorId_fkey";

CREATE FUNCTION "refuse_screening_of_nobody"() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
    lacking boolean;
    erased boolean;
BEGIN
    SELECT bool_or((SELECT p."id" FROM public."Patient" p WHERE p."id" = added."patientId") IS NULL
            OR (SELECT a."id" FROM public."Account" a WHERE a."id" = added."authorId") IS NULL),
        bool_or((SELECT p."erasedAt" FROM public."Patient" p WHERE p."id" = added."patientId") IS NOT NULL)
    INTO lacking, erased FROM added;
    IF lacking THEN
        RAISE EXCEPTION 'a row of "Screening" refers to an account or a patient that is not there'
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF erased THEN
        RAISE EXCEPTION 'everything about this patient was erased' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER "Screening_of_somebody" ON "Screening";
CREATE TRIGGER "Screening_references" AFTER INSERT ON "Screening"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "refuse_screening_of_nobody"();

-- Most screenings have no referral, and need no place in its index.
DROP INDEX "Screening_referralId_idx";
CREATE INDEX "Screening_worklist_referral_idx" ON "Screening" ("referralId") WHERE "referralId" IS NOT NULL;
