-- CreateTable
CREATE TABLE "SignOff" (
    "id" UUID NOT NULL,
    "rulesetId" TEXT NOT NULL,
    "rulesetVersion" TEXT NOT NULL,
    "rulesetHash" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "followsId" UUID,
    "authorId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOffWithdrawal" (
    "signOffId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignOffWithdrawal_pkey" PRIMARY KEY ("signOffId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_followsId_key" ON "SignOff"("followsId");

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_id_rulesetId_rulesetVersion_rulesetHash_key" ON "SignOff"("id", "rulesetId", "rulesetVersion", "rulesetHash");

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "SignOffWithdrawal"("signOffId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffWithdrawal" ADD CONSTRAINT "SignOffWithdrawal_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "SignOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffWithdrawal" ADD CONSTRAINT "SignOffWithdrawal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One sign-off at most stands on a version: the first of a version follows nothing, each further one follows a withdrawn one of the same version.
CREATE UNIQUE INDEX "SignOff_first_audit_idx" ON "SignOff" ("rulesetId", "rulesetVersion", "rulesetHash") WHERE "followsId" IS NULL;
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_follows_same_version_fkey"
    FOREIGN KEY ("followsId", "rulesetId", "rulesetVersion", "rulesetHash") REFERENCES "SignOff"("id", "rulesetId", "rulesetVersion", "rulesetHash");

-- Sign-offs and withdrawals stay as they were recorded, for the tables' owner too.
CREATE TRIGGER "SignOff_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SignOff"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "SignOffWithdrawal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SignOffWithdrawal"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "SignOff" ENABLE ALWAYS TRIGGER "SignOff_append_only";
ALTER TABLE "SignOffWithdrawal" ENABLE ALWAYS TRIGGER "SignOffWithdrawal_append_only";
