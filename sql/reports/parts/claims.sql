-- claims.sql - temp.claim: the view claim, worked out once for a report;
-- temp.confirmed: those that the analyst accepted.
--
-- The parts that follow name `claim` and so find this table first.

DROP TABLE IF EXISTS temp.claim;
CREATE TEMP TABLE claim AS SELECT * FROM main.claim;
CREATE INDEX temp.claim_object ON claim(relation, object);
CREATE INDEX temp.claim_subject ON claim(relation, subject);
CREATE UNIQUE INDEX temp.claim_id ON claim(id);
DROP TABLE IF EXISTS temp.confirmed;
CREATE TEMP TABLE confirmed(claim INTEGER PRIMARY KEY);
INSERT INTO temp.confirmed
  SELECT c.id FROM accept a JOIN claim c ON c.relation = a.relation
     AND c.subject = a.subject AND coalesce(c.object, '') = a.object;
