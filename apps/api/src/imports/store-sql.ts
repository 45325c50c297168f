/** Registers the patients of judged rows that are new: $1 the account, $2 the instant. */
export const storePatients = `
  INSERT INTO "Patient" ("id", "mrn", "familyName", "givenName", "birthDate", "sex", "createdById", "createdAt")
  SELECT s."patientId", s."mrn", s."familyName", s."givenName", s."birthDate", s."sex", $1, $2
  FROM staged s JOIN judged j USING ("line")
  WHERE j."verdict" = 'open-with-patient'
  ORDER BY lower(s."mrn") COLLATE "C"`

/** Stores the referrals of judged rows, each with its evidence and its first event: $1 the account, $2 the instant, $3 the import, $4 the day and $5 the rules of the screening. */
export const storeReferrals = `
  WITH ready AS MATERIALIZED (
    SELECT s.*, j."patientId" AS "ofPatient", nextval('"ReferralEvent_sequence_seq"') AS sequence
    FROM staged s JOIN judged j USING ("line")
    WHERE j."verdict" LIKE 'open%'
  ), made AS (
    INSERT INTO "Referral" (
      "id", "patientId", "externalId", "referrerName", "referrerOrganisation", "referrerPhone", "referrerFax",
      "receivedOn", "reason", "priority", "dueOn", "sortName", "facts", "outcome", "urgent", "decisive",
      "nextChangeOn", "nextOutcome", "readyOn", "closesOn", "screenedOn", "rulesetHash",
      "receivedSequence", "changedSequence", "createdById", "createdAt", "changedAt"
    )
    SELECT r."referralId", r."ofPatient", r."externalId", r."referrerName", r."referrerOrganisation", r."referrerPhone", r."referrerFax",
      r."receivedOn", r."reason", r."priority", r."dueOn", lower(p."familyName" || E'\\t' || p."givenName"), r."facts", r."outcome", r."urgent", r."decisive",
      r."nextChangeOn", r."nextOutcome", r."readyOn", r."closesOn", $4::date, $5,
      r.sequence, r.sequence, $1::uuid, $2::timestamptz, $2::timestamptz
    FROM ready r
    CROSS JOIN LATERAL (SELECT "familyName", "givenName" FROM "Patient" WHERE "id" = r."ofPatient" LIMIT 1) p
  ), told AS (
    INSERT INTO "Evidence" ("id", "referralId", "facts", "originKind", "originName", "originOn", "enteredById", "enteredAt")
    SELECT "evidenceId", "referralId", "evidence", 'document', 'Import', "receivedOn", $1::uuid, $2::timestamptz
    FROM ready WHERE "evidence" IS NOT NULL
  )
  INSERT INTO "ReferralEvent" ("sequence", "referralId", "kind", "what", "to", "byId", "at")
  SELECT sequence, "referralId", 'imported', 'Imported from a file',
    jsonb_build_object('state', 'new', 'import', $3::text, 'line', "line"), $1::uuid, $2::timestamptz
  FROM ready`
