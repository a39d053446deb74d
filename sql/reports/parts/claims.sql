-- claims.sql - temp.claim: the view claim, worked out once for a report.
--
-- The parts that follow name `claim` and so find this table first.

DROP TABLE IF EXISTS temp.claim;
CREATE TEMP TABLE claim AS SELECT * FROM main.claim;
CREATE INDEX temp.claim_object ON claim(relation, object);
CREATE INDEX temp.claim_subject ON claim(relation, subject);
CREATE UNIQUE INDEX temp.claim_id ON claim(id);
