-- claims.sql - temp.claim: the view claim, worked out once for a report;
-- temp.confirmed: those that the analyst accepted; temp.told_by: those that
-- stand in the words of somebody else than their subject, with him who says
-- them, the innermost one ('?' where that is no name); temp.rumour: articles
-- that look into what goes round on the net, which their body tells first.
--
-- The parts that follow name `claim` and so find this table first.  posts.sql
-- and doings.sql put right what is told of one kind.

DROP TABLE IF EXISTS temp.claim;
CREATE TEMP TABLE claim AS SELECT * FROM main.claim;
CREATE INDEX temp.claim_object ON claim(relation, object);
-- Of a rumour only who holds what office is told.
DROP TABLE IF EXISTS temp.rumour;
CREATE TEMP TABLE rumour(article INTEGER PRIMARY KEY);
INSERT INTO temp.rumour
  SELECT id FROM (SELECT id, url, substr(body, 1, 160) AS start
      FROM main.article WHERE state = 'current')
   WHERE instr(url, 'fact-check')
      OR instr(url, 'factcheck') OR (start GLOB 'تتداول *'
        OR start GLOB 'يتداول *' OR start GLOB 'تداول *'
        OR start GLOB 'تداولت *' OR start GLOB 'تناقل*')
       AND (start GLOB '* حسابات *' OR start GLOB '* وحسابات *'
        OR start GLOB '* صفحات *' OR start GLOB '* وصفحات *'
        OR start GLOB '* مواقع *' OR start GLOB '* موقع *'
        OR start GLOB '* منصات *');
DELETE FROM temp.claim WHERE field = 'body' AND relation <> 'holds_post'
  AND article IN (SELECT article FROM temp.rumour);
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
-- What two do is no name of the second (الرئيس فلان يدعمان).
UPDATE temp.claim SET subject = rtrim(rtrim(subject, replace(subject, ' ', '')))
  WHERE substr(subject, length(rtrim(subject, replace(subject, ' ', ''))) + 1)
    IN ('يدعمان', 'يبحثان', 'يؤكدان', 'يناقشان', 'يستعرضان', 'يلتقيان',
      'يوقعان', 'يشهدان', 'يترأسان', 'يتفقان', 'يعلنان', 'يرأسان', 'يفتتحان');
-- A name that has swallowed the verb behind it, or where somebody went.
DELETE FROM temp.claim WHERE EXISTS(SELECT 1 FROM (VALUES(' فقال'), (' قال'),
      (' وقال'), (' أكد'), (' يقول'), (' أعلن'), (' ظل'), (' كان'), (' وكان'),
      (' فقد')) v
    WHERE substr(subject, -length(column1)) = column1)
  OR subject GLOB '* ل*' AND substr(subject, length(rtrim(subject,
      replace(subject, ' ', ''))) + 1, 1) = 'ل'
    AND substr(subject, length(rtrim(subject, replace(subject, ' ', ''))) + 2)
      IN (SELECT name FROM entity WHERE type = 'GPE');
-- What was cut before the words that it led to ("what he described as").
DELETE FROM temp.claim WHERE relation IN ('supports', 'opposes', 'demands',
    'priority_of') AND EXISTS(SELECT 1 FROM (VALUES('ما وصفه'),
      ('ما وصفته'), ('ما سماه'), ('ما أسماه'), ('ما اعتبره'),
      ('ما اعتبرته'), ('ما يسمى')) v
    WHERE substr(coalesce(detail, object, ''), -length(column1)) = column1);
.read sql/reports/parts/posts.sql
.read sql/reports/parts/doings.sql
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
  SELECT id, iif((instr(speaker, ' ') OR speaker IN (SELECT name FROM name))
      AND speaker NOT GLOB '* لم' AND speaker NOT GLOB '* لا'
      AND speaker NOT GLOB '* قد' AND speaker NOT GLOB 'وأ*', speaker, '?')
    FROM (SELECT c.id, q.speaker, min(q.length * 4294967296 + q.id)
      FROM claim c CROSS JOIN said q ON q.article = c.article
       AND q.field = c.field AND q.start <= c.start
       AND q.start + q.length >= c.start + c.length
     WHERE c.relation <> 'holds_post'
     GROUP BY c.id HAVING sum(q.speaker IS c.subject) = 0);
