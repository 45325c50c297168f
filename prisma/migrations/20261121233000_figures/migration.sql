-- Which facts a screening's result says are missing, and which of these are decisive, a name for each level that lacks it;
-- the database reads them from the result itself, so that they cannot say anything else, and counting reads no result.
-- Null where there is no list of missing facts to read.
ALTER TABLE "Screening"
    ADD COLUMN "missing" JSONB GENERATED ALWAYS AS (
        CASE WHEN jsonb_typeof("result" -> 'missing') = 'array' THEN jsonb_path_query_array("result", '$.missing[*].fact') END
    ) STORED,
    ADD COLUMN "decisive" JSONB GENERATED ALWAYS AS (
        CASE WHEN jsonb_typeof("result" -> 'missing') = 'array' THEN jsonb_path_query_array("result", '$.missing[*] ? (@.decisive == true).fact') END
    ) STORED;
