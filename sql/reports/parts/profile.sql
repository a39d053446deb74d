-- profile.sql - temp.profile: what the articles state about one organization.
--
-- Parameter: temp.about(name), made by the caller.  One row a claim, with the
-- section it belongs to; nothing is merged or preferred here.

DROP TABLE IF EXISTS temp.profile;
CREATE TEMP TABLE profile(section, who, what, date, status, claim);
-- The organization's bodies and its documents, as the articles name them.
DROP TABLE IF EXISTS temp.body;
CREATE TEMP TABLE body AS SELECT DISTINCT subject AS name FROM claim
  WHERE relation = 'part_of' AND object = (SELECT name FROM temp.about);
INSERT INTO temp.profile
  SELECT CASE
      WHEN relation = 'member_of' AND status = 'former' THEN 'former'
      WHEN relation = 'member_of' AND status = 'planned' THEN 'candidate'
      WHEN relation = 'member_of' THEN 'member'
      WHEN relation = 'chair_of' THEN 'chair'
      ELSE 'body' END,
    subject, detail, date, status, id
  FROM claim WHERE relation IN ('member_of', 'chair_of', 'part_of')
    AND object = (SELECT name FROM temp.about);
INSERT INTO temp.profile SELECT 'chair', subject, object, date, status, id
  FROM claim WHERE relation = 'chair_of'
    AND object IN (SELECT name FROM temp.body)
    AND object <> (SELECT name FROM temp.about);
INSERT INTO temp.profile SELECT 'slogan', subject, object, date, status, id
  FROM claim WHERE relation = 'slogan_of'
    AND (subject = (SELECT name FROM temp.about)
      OR instr(subject, (SELECT name FROM temp.about))
      OR article IN (SELECT c.article FROM claim c JOIN temp.profile p
           ON p.claim = c.id WHERE p.section = 'chair'));
-- Offices: the head of the secretariat apart from the others.
INSERT INTO temp.profile
  SELECT iif(EXISTS(SELECT 1 FROM (VALUES('الأمين العام'), ('الامين العام'),
      ('أمين عام'), ('أمينها العام'), ('أمينه العام')) v
      WHERE instr(object, v.column1) = 1), 'secretary', 'officer'),
    subject, object, date, status, id
  FROM claim WHERE relation = 'holds_post'
    AND (detail = (SELECT name FROM temp.about)
      OR instr(object, (SELECT name FROM temp.about))
      OR detail IN (SELECT name FROM temp.body));
INSERT INTO temp.profile SELECT 'founding', object, NULL, date, status, id
  FROM claim WHERE relation = 'founded_on'
    AND subject = (SELECT name FROM temp.about);
INSERT INTO temp.profile SELECT 'signing', subject, place, date, detail, id
  FROM claim WHERE relation = 'signed_at'
    AND (subject IN (SELECT who FROM temp.profile WHERE section = 'founding')
      OR instr(subject, (SELECT name FROM temp.about)));
INSERT INTO temp.profile SELECT 'priority', object, detail, date, status, id
  FROM claim WHERE relation = 'priority_of'
    AND (subject = (SELECT name FROM temp.about)
      OR instr(subject, (SELECT name FROM temp.about)));
INSERT INTO temp.profile
  SELECT 'stance', subject, relation || char(10) || coalesce(object, '')
    || char(10) || coalesce(detail, ''), date, status, id
  FROM claim
  WHERE relation IN ('supports', 'opposes', 'demands', 'requests_help')
    AND (SELECT name FROM temp.about) IN (subject, object);
INSERT INTO temp.profile
  SELECT 'event', subject, coalesce(nullif(object,
      (SELECT name FROM temp.about)), place), date, status, id
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
