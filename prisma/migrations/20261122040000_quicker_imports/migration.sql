-- What comes by the million is kept as the very JSON text it was written as: to take it apart costs half as much as to
-- store the rest of its row. An MRN is unique without regard to capital letters, which is all that its first index said.
ALTER TABLE "Evidence" ALTER COLUMN "facts" TYPE JSON;
ALTER TABLE "ReferralEvent"
    ALTER COLUMN "from" TYPE JSON,
    ALTER COLUMN "to" TYPE JSON;
ALTER TABLE "Referral" ALTER COLUMN "decisive" DROP DEFAULT;
ALTER TABLE "Referral"
    ALTER COLUMN "facts" TYPE JSON,
    ALTER COLUMN "decisive" TYPE JSON,
    ALTER COLUMN "decisive" SET DEFAULT '[]';
DROP INDEX "Patient_mrn_key";

-- Whether the patient of a new referral is there and whether everything about her was erased is one question, and asked
-- row by row by the patient's id, however many patients there are.
DROP TRIGGER "Referral_of_somebody" ON "Referral";
CREATE OR REPLACE FUNCTION "refuse_unknown_reference"() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    lacking boolean;
    erased boolean := false;
BEGIN
    CASE TG_TABLE_NAME
    WHEN 'Patient' THEN
        SELECT EXISTS (SELECT FROM (SELECT DISTINCT "createdById" AS id FROM added) AS it
            WHERE (SELECT a."id" FROM "Account" a WHERE a."id" = it.id) IS NULL) INTO lacking;
    WHEN 'Referral' THEN
        SELECT coalesce(bool_or(p."id" IS NULL), false)
            OR EXISTS (SELECT FROM (SELECT DISTINCT "createdById" AS id FROM added) AS it
            WHERE (SELECT a."id" FROM "Account" a WHERE a."id" = it.id) IS NULL),
            coalesce(bool_or(p."erasedAt" IS NOT NULL), false)
        INTO lacking, erased
        FROM added LEFT JOIN LATERAL (SELECT "id", "erasedAt" FROM "Patient" WHERE "Patient"."id" = added."patientId" LIMIT 1) AS p ON true;
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
    IF erased THEN
        RAISE EXCEPTION 'everything about this patient was erased' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN NULL;
END
$$;
