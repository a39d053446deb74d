-- claims.sql - temp.claim: the view claim, worked out once for a report;
-- temp.confirmed: those that the analyst accepted; temp.told_by: those that
-- stand in the words of somebody else than their subject, with the speaker
-- ('?' where that is no name).
--
-- The parts that follow name `claim` and so find this table first.

DROP TABLE IF EXISTS temp.claim;
CREATE TEMP TABLE claim AS SELECT * FROM main.claim;
-- A last word that leads to nothing ("and", "to") goes.
DROP TABLE IF EXISTS temp.dangling;
CREATE TEMP TABLE dangling(word PRIMARY KEY) WITHOUT ROWID;
INSERT INTO temp.dangling VALUES('و'), ('بـ'), ('ب'), ('لـ'), ('في'), ('من'),
  ('على'), ('إلى'), ('الى'), ('عن'), ('أن'), ('ان'), ('مع');
UPDATE temp.claim SET detail = rtrim(rtrim(detail, replace(detail, ' ', '')))
  WHERE substr(detail, length(rtrim(detail, replace(detail, ' ', ''))) + 1)
    IN (SELECT word FROM temp.dangling);
UPDATE temp.claim SET object = rtrim(rtrim(object, replace(object, ' ', '')))
  WHERE substr(object, length(rtrim(object, replace(object, ' ', ''))) + 1)
    IN (SELECT word FROM temp.dangling);
-- What was cut before the words that it led to ("what he described as").
DELETE FROM temp.claim WHERE relation IN ('supports', 'opposes', 'demands',
    'priority_of') AND EXISTS(SELECT 1 FROM (VALUES('ما وصفه'),
      ('ما وصفته'), ('ما سماه'), ('ما أسماه'), ('ما اعتبره'),
      ('ما اعتبرته'), ('ما يسمى')) v
    WHERE substr(coalesce(detail, object, ''), -length(column1)) = column1);
-- An office ends before a name that goes with it, or whom it was taken from.
UPDATE temp.claim SET object = substr(object, 1, at - 1) FROM (
    SELECT id AS of_, min(instr(object, column1)) AS at
      FROM temp.claim, (VALUES(' والمعروف '), (' المعروف ب'), (' الملقب '),
        (' والملقب '), (' المكنى '), (' لخلافة '), (' خلفا ل'),
        (' بغياب '), (' بحضور '), (' وبحضور'), (' مع '))
     WHERE relation = 'holds_post' AND instr(object, column1) > 1
     GROUP BY id)
  WHERE id = of_;
CREATE INDEX temp.claim_object ON claim(relation, object);
CREATE INDEX temp.claim_subject ON claim(relation, subject);
CREATE UNIQUE INDEX temp.claim_id ON claim(id);
DROP TABLE IF EXISTS temp.confirmed;
CREATE TEMP TABLE confirmed(claim INTEGER PRIMARY KEY);
INSERT INTO temp.confirmed
  SELECT c.id FROM accept a JOIN claim c ON c.relation = a.relation
     AND c.subject = a.subject AND coalesce(c.object, '') = a.object;
DROP TABLE IF EXISTS temp.told_by;
CREATE TEMP TABLE told_by(claim INTEGER PRIMARY KEY, speaker);
INSERT INTO temp.told_by
  SELECT c.id, coalesce(max(iif(instr(q.speaker, ' ') OR q.speaker IN (
      SELECT name FROM name), q.speaker, NULL)), '?')
    FROM claim c CROSS JOIN said q ON q.article = c.article
     AND q.field = c.field AND q.start <= c.start
     AND q.start + q.length >= c.start + c.length
   WHERE c.relation <> 'holds_post'
   GROUP BY c.id HAVING sum(q.speaker IS c.subject) = 0;
