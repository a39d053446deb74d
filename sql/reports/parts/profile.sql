-- profile.sql - temp.profile: what the articles state about one organization.
--
-- Parameter: temp.about(name), made by the caller.  One row a statement, with
-- the section it belongs to and its place; nothing is merged or preferred here.

DROP TABLE IF EXISTS temp.profile;
CREATE TEMP TABLE profile(section, who, what, date, status, article, field,
  start, length, evidence);
-- The organization's bodies: stated to be part of it, or named after it
-- ("the General Secretariat of ..."), with the words that say so.
DROP TABLE IF EXISTS temp.body;
CREATE TEMP TABLE body(name, date, status, article, field, start, length,
  evidence);
INSERT INTO temp.body
  SELECT subject, date, status, article, field, start, length, evidence
    FROM claim WHERE relation = 'part_of'
     AND object = (SELECT name FROM temp.about);
INSERT INTO temp.body
  SELECT k.name, NULL, 'current', m.article, m.field, m.start, m.length,
    m.text
  FROM name k JOIN appearance p USING(entity)
    JOIN article a ON a.id = p.article AND a.state = 'current'
    JOIN mention m ON m.article = p.article AND m.entity = k.entity
  WHERE k.type = 'ORG' AND instr(k.name, ' ل' || (SELECT name
      FROM temp.about)) AND instr(m.text, ' ل');
INSERT INTO temp.profile
  SELECT CASE
      WHEN relation = 'chair_of' THEN 'chair'
      WHEN status = 'former' THEN 'former'
      WHEN status = 'planned' THEN 'candidate'
      ELSE 'member' END,
    subject, detail, date, status, article, field, start, length, evidence
  FROM claim WHERE relation IN ('member_of', 'chair_of')
    AND object = (SELECT name FROM temp.about);
INSERT INTO temp.profile SELECT 'body', name, NULL, date, status, article,
    field, start, length, evidence FROM temp.body;
INSERT INTO temp.profile
  SELECT 'chair', subject, object, date, status, article, field, start,
    length, evidence
  FROM claim WHERE relation = 'chair_of'
    AND object IN (SELECT name FROM temp.body)
    AND object <> (SELECT name FROM temp.about);
-- A slogan of the organization or of its chair: the one, or named with it.
INSERT INTO temp.profile
  SELECT 'slogan', coalesce(object, detail), subject, date, status, article,
    field, start, length, evidence
  FROM claim WHERE relation = 'slogan_of'
    AND (instr(subject, (SELECT name FROM temp.about))
      OR article IN (SELECT article FROM temp.profile
                      WHERE section = 'chair'));
-- Offices: of the organization by name, or of "the organization" where the
-- article has no other whose name begins with the same word.
INSERT INTO temp.profile
  SELECT iif(EXISTS(SELECT 1 FROM (VALUES('الأمين العام'), ('الامين العام'),
      ('أمين عام'), ('أمينها العام'), ('أمينه العام')) v
      WHERE instr(object, v.column1) = 1), 'secretary', 'officer'),
    subject, object, date, status, article, field, start, length, evidence
  FROM claim c WHERE relation = 'holds_post'
    AND (detail = (SELECT name FROM temp.about)
      OR instr(object, (SELECT name FROM temp.about))
      OR detail IN (SELECT name FROM temp.body)
      OR detail IS NULL AND object LIKE '% لل' || (SELECT substr(name, 1,
          instr(name || ' ', ' ') - 1) FROM temp.about)
        AND EXISTS(SELECT 1 FROM mention p JOIN name k USING(entity)
          WHERE p.article = c.article
            AND k.name = (SELECT name FROM temp.about))
        AND NOT EXISTS(SELECT 1 FROM mention p JOIN name k USING(entity)
          WHERE p.article = c.article AND k.type = 'ORG'
            AND k.name <> (SELECT name FROM temp.about)
            AND k.name LIKE (SELECT substr(name, 1, instr(name || ' ', ' '))
              FROM temp.about) || '%'));
INSERT INTO temp.profile
  SELECT 'founding', object, NULL, date, status, article, field, start,
    length, evidence
  FROM claim WHERE relation = 'founded_on'
    AND subject = (SELECT name FROM temp.about);
INSERT INTO temp.profile
  SELECT 'signing', subject, place, date, status, article, field, start,
    length, evidence
  FROM claim WHERE relation = 'signed_at'
    AND (subject IN (SELECT who FROM temp.profile WHERE section = 'founding')
      OR instr(subject, (SELECT name FROM temp.about)));
INSERT INTO temp.profile
  SELECT 'priority', object, detail, date, status, article, field, start,
    length, evidence
  FROM claim WHERE relation = 'priority_of'
    AND instr(subject, (SELECT name FROM temp.about));
INSERT INTO temp.profile
  SELECT 'stance', subject, relation || char(10) || coalesce(object, '')
    || char(10) || coalesce(detail, ''), date, status, article, field, start,
    length, evidence
  FROM claim
  WHERE relation IN ('supports', 'opposes', 'demands', 'requests_help')
    AND (SELECT name FROM temp.about) IN (subject, object);
INSERT INTO temp.profile
  SELECT 'event', subject, coalesce(nullif(object,
      (SELECT name FROM temp.about)), place), date, status, article, field,
    start, length, evidence
  FROM claim
  WHERE relation IN ('event_at', 'participates_in', 'adopted')
    AND (instr(subject, (SELECT name FROM temp.about))
      OR instr(object, (SELECT name FROM temp.about))
      OR subject IN (SELECT name FROM temp.body));

-- Threats: sentences that name the organization and a word of danger.
DROP TABLE IF EXISTS temp.threat;
CREATE TEMP TABLE threat AS
  WITH place AS MATERIALIZED (
    SELECT DISTINCT m.article, m.sentence
      FROM name k JOIN appearance p USING(entity)
        JOIN article a ON a.id = p.article AND a.state = 'current'
        JOIN mention m ON m.article = p.article AND m.entity = k.entity
     WHERE k.name = (SELECT name FROM temp.about) AND m.field = 'body'
     ORDER BY a.published IS NULL, a.published DESC, a.path LIMIT 4000),
  sentence AS MATERIALIZED (
    SELECT a.id AS article, s.text, s.start, s.length,
      row_number() OVER (PARTITION BY a.id ORDER BY s.start) AS n
    FROM (SELECT DISTINCT article FROM place) d
      JOIN article a ON a.id = d.article
      CROSS JOIN csto_sentences(a.body) s)
  SELECT s.article, 'body' AS field, s.text, s.start, s.length
    FROM sentence s JOIN place p ON p.article = s.article AND p.sentence = s.n
   WHERE EXISTS(SELECT 1 FROM (VALUES('تهديد'), ('مخاطر'), ('خطر '),
     ('خطرا'), ('تحديات'), ('التحديات'), ('إرهاب'), ('الإرهاب'),
     ('المخدرات'), ('تطرف')) v WHERE instr(s.text, v.column1));
