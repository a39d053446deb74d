-- profile.sql - what the articles state about one organization.
--
-- Needs about.sql, claims.sql, offices.sql.  temp.profile: one row a
-- statement, with the section it belongs to and its place; nothing in it is
-- preferred or left out.  temp.prof: the same merged, one row a fact, with all
-- dates and all states that the articles give (planned, then current), so
-- that a fact told in two ways stands once.  `same` says which rows are one.

DROP TABLE IF EXISTS temp.section;
CREATE TEMP TABLE section(o INTEGER PRIMARY KEY, section);
INSERT INTO temp.section(section) VALUES('member'), ('former'),
  ('candidate'), ('body'), ('chair'), ('slogan'), ('secretary'), ('officer'),
  ('founding'), ('signing'), ('priority'), ('stance'), ('event');
DROP TABLE IF EXISTS temp.profile;
CREATE TEMP TABLE profile(section, kind, who, what, date, status, same,
  claim, article, field, start, length, evidence);

-- Names that go on where the organization's one ends: of another one
-- (a nationality at the end makes no other organization of it).  namesake_:
-- articles that tell of the other one a third as often or more, by its name or
-- by what it adds (الاتحاد الأفريقي in news of football).
DROP TABLE IF EXISTS temp.alike;
CREATE TEMP TABLE alike AS
  SELECT DISTINCT k.name, k.name LIKE a.name || ' %'
      AND NOT (a.name LIKE '% %'
        AND substr(k.name, length(a.name) + 2) GLOB 'ال*ي'
        AND NOT instr(substr(k.name, length(a.name) + 2), ' ')) AS longer,
      substr(k.name, length(a.name) + 1) AS more, k.ref
    FROM name k JOIN temp.about a ON k.name <> a.name
     AND k.name LIKE substr(a.name, 1, instr(a.name || ' ', ' ')) || '%'
   WHERE k.type = 'ORG';
DROP TABLE IF EXISTS temp.namesake_;
CREATE TEMP TABLE namesake_(article INTEGER PRIMARY KEY);
INSERT INTO temp.namesake_
  SELECT p.article FROM name k JOIN appearance p USING(entity)
      JOIN (SELECT DISTINCT more FROM temp.alike WHERE longer
        AND ref GLOB 'Q*' AND more GLOB ' ل*') o
      ON substr(k.name, -length(more)) = more
   WHERE k.type = 'ORG' GROUP BY p.article
  HAVING 3 * sum(p.n) >= (SELECT coalesce(sum(q.n), 0) FROM name j
      JOIN appearance q USING(entity)
     WHERE q.article = p.article AND j.name = (SELECT name FROM temp.about));

-- The organization's bodies: stated to be part of it, or named after it
-- ("the General Secretariat of ..."), with the words that say so.  short:
-- without the organization's name.
DROP TABLE IF EXISTS temp.body;
CREATE TEMP TABLE body(name, short, date, status, article, field, start,
  length, evidence);
INSERT INTO temp.body
  SELECT subject, NULL, date, status, article, field, start, length, evidence
    FROM claim WHERE relation = 'part_of'
     AND object = (SELECT name FROM temp.about)
     AND article NOT IN (SELECT article FROM temp.namesake_);
INSERT INTO temp.body
  SELECT k.name, NULL, NULL, 'current', m.article, m.field, m.start,
    m.length, m.text
  FROM name k JOIN appearance p USING(entity)
    JOIN article a ON a.id = p.article AND a.state = 'current'
    JOIN mention m ON m.article = p.article AND m.entity = k.entity
  WHERE k.type = 'ORG' AND instr(k.name, ' ' || (SELECT of_ FROM temp.about))
    AND instr(m.text, ' ل') AND m.text NOT GLOB '* تابع*' AND NOT EXISTS(SELECT 1 FROM temp.alike
      WHERE longer AND instr(k.name, substr(alike.name, 3)))
    AND a.id NOT IN (SELECT article FROM temp.namesake_);
UPDATE temp.body SET short = iif(substr(name, -length(of_) - 1) = ' ' || of_,
    substr(name, 1, length(name) - length(of_) - 1), name)
  FROM (SELECT of_ FROM temp.about);
-- Two spellings of one body are one: the one that most write.
UPDATE temp.body AS b SET short = (
  SELECT x.short FROM temp.body x
   WHERE csto_normalize(x.short) = csto_normalize(b.short)
   GROUP BY x.short ORDER BY count(DISTINCT x.article) DESC, x.short DESC
   LIMIT 1);
INSERT INTO temp.profile
  SELECT 'body', NULL, short, NULL, date, status, short, NULL, article, field,
    start, length, evidence FROM temp.body
   WHERE (short GLOB '* *' OR short GLOB 'ال*' OR short GLOB '[A-Za-z]*')
     AND short NOT GLOB '* الوحيد*';

-- A capital stands for its country (Yerevan froze its membership), where the
-- articles say whose capital it is.
DROP TABLE IF EXISTS temp.land;
CREATE TEMP TABLE land(name PRIMARY KEY, of_) WITHOUT ROWID;
INSERT INTO temp.land
  SELECT subject, min(object) FROM claim
   WHERE relation = 'capital_of' AND status = 'current'
   GROUP BY subject HAVING count(DISTINCT object) = 1;
INSERT INTO temp.profile
  SELECT CASE status WHEN 'former' THEN 'former'
      WHEN 'planned' THEN 'candidate' ELSE 'member' END,
    NULL, coalesce(of_, subject), detail, date,
    nullif(nullif(status, 'former'), 'planned'), coalesce(of_, subject), id,
    article, field, start, length, evidence
  FROM claim LEFT JOIN temp.land ON land.name = subject
  WHERE relation = 'member_of'
    AND object = (SELECT name FROM temp.about);
-- kind: the body, where it is not the organization itself that is chaired.
INSERT INTO temp.profile
  SELECT 'chair', nullif(object, about.name), coalesce(land.of_, subject),
    c.detail, date, status,
    coalesce(land.of_, subject) || char(31) || object || char(31)
      || iif(status = 'former', status, ''),
    id, article, field, start, length, evidence
  FROM claim c JOIN temp.about ON object = about.name
      OR object IN (SELECT name FROM temp.body)
    LEFT JOIN temp.land ON land.name = subject
  WHERE relation = 'chair_of';
-- One chair, one year: a statement without a year is of that which all have.
UPDATE temp.profile AS p SET same = same || char(31) || coalesce(
    substr(date, 1, 4), (SELECT iif(min(substr(x.date, 1, 4))
        = max(substr(x.date, 1, 4)), min(substr(x.date, 1, 4)), NULL)
      FROM temp.profile x
      WHERE x.section = 'chair' AND x.who = p.who AND x.kind IS p.kind), '')
  WHERE section = 'chair';
-- A slogan of the organization or of its chair: the one, or named with it.
INSERT INTO temp.profile
  SELECT 'slogan', NULL, coalesce(object, detail), subject, date, status,
    NULL, id, article, field, start, length, evidence
  FROM claim WHERE relation = 'slogan_of'
    AND (instr(subject, (SELECT name FROM temp.about))
      OR article IN (SELECT article FROM temp.profile
                      WHERE section = 'chair'));
UPDATE temp.profile AS p SET same = (SELECT x.who FROM temp.profile x
    WHERE x.section = 'slogan' AND substr(x.who, 1, length(p.who)) = p.who
    ORDER BY length(x.who) DESC, x.who LIMIT 1) WHERE section = 'slogan';

-- Offices: of the organization by name, or of "the organization" where the
-- article has no other whose name begins with the same word; "the secretary
-- general" alone is that of the organization an article names most, when it
-- tells of no other secretary general.  Not of another
-- one whose name goes on where this one's ends, nor of two named together,
-- nor of what leaves it.
INSERT INTO temp.profile
  SELECT iif(EXISTS(SELECT 1 FROM (VALUES('الأمين العام'), ('الامين العام'),
        ('أمين عام'), ('أمين العام'), ('أمينها العام'), ('أمينه العام'),
        ('الأمينة العامة'), ('أمينة عامة')) v
      WHERE instr(c.object, v.column1) = 1)
      AND c.object NOT GLOB '*مساعد*', 'secretary', 'officer'),
    NULL, c.subject, o.object, c.date, o.status, NULL, c.id, c.article,
    c.field, c.start, c.length, c.evidence
  FROM claim c JOIN temp.about a JOIN temp.post p ON p.claim = c.id
    JOIN temp.office o ON o.office = p.office
  WHERE (c.detail = a.name OR c.detail IN (SELECT name FROM temp.body)
      OR instr(' ' || c.object || ' ', ' ' || a.name || ' ')
      OR instr(c.object || ' ', ' ' || a.of_ || ' ')
      OR c.detail IS NULL AND c.object LIKE '% لل' || substr(a.name, 1,
          instr(a.name || ' ', ' ') - 1)
        AND EXISTS(SELECT 1 FROM mention m JOIN name k USING(entity)
          WHERE m.article = c.article AND k.name = a.name)
        AND NOT EXISTS(SELECT 1 FROM mention m JOIN name k USING(entity)
          WHERE m.article = c.article
            AND k.name IN (SELECT name FROM temp.alike))
      OR c.detail IS NULL AND c.object IN ('الأمين العام', 'الأمينة العامة')
        AND a.name = (SELECT k.name FROM mention m JOIN name k USING(entity)
          WHERE m.article = c.article AND k.type = 'ORG'
          GROUP BY k.name ORDER BY count(*) DESC, k.name LIMIT 1)
        AND NOT EXISTS(SELECT 1 FROM claim x
          WHERE x.relation = 'holds_post' AND x.article = c.article
            AND x.detail <> a.name AND (instr(x.object, 'الأمين العام') = 1
              OR instr(x.object, 'أمين عام') = 1)))
    AND NOT EXISTS(SELECT 1 FROM temp.alike l
      WHERE l.longer AND instr(c.object, substr(l.name, 3)))
    AND NOT instr(c.object || ' ', ' من ' || a.name || ' ')
    AND NOT c.object LIKE '% و' || a.name || '%'
    AND NOT c.object LIKE '% و ' || a.name || '%';
UPDATE temp.profile SET same = who || char(31) || coalesce(status, '')
  WHERE section IN ('secretary', 'officer');

INSERT INTO temp.profile
  SELECT 'founding', NULL, object, NULL, date, status, NULL, id, article,
    field, start, length, evidence
  FROM claim WHERE relation = 'founded_on'
    AND subject = (SELECT name FROM temp.about);
INSERT INTO temp.profile
  SELECT 'signing', NULL, subject, coalesce(place, object), date, status,
    NULL, id, article, field, start, length, evidence
  FROM claim WHERE relation = 'signed_at'
    AND (subject IN (SELECT who FROM temp.profile WHERE section = 'founding')
      OR instr(subject, (SELECT name FROM temp.about)));
-- The organization's priorities, and those of whoever is in its chair.
INSERT INTO temp.profile
  SELECT 'priority', NULL, object, detail, date, status, NULL, id, article,
    field, start, length, evidence
  FROM claim WHERE relation = 'priority_of'
    AND instr(subject, (SELECT name FROM temp.about));
INSERT INTO temp.profile
  SELECT 'priority', NULL, object || ' (' || subject || ')', detail, date,
    status, NULL, id, article, field, start, length, evidence
  FROM claim WHERE relation = 'priority_of'
    AND NOT instr(subject, (SELECT name FROM temp.about))
    AND EXISTS(SELECT 1 FROM temp.profile p WHERE p.section = 'chair'
      AND p.article = claim.article AND claim.subject = 'رئاسة ' || p.who);
INSERT INTO temp.profile
  SELECT 'stance', relation, subject, coalesce(object, '')
      || coalesce(iif(object NOTNULL, ': ', '') || detail, ''),
    date, status, NULL, id, article, field, start, length, evidence
  FROM claim JOIN temp.about
  WHERE relation IN ('supports', 'opposes', 'demands', 'requests_help')
    AND about.name IN (subject, object)
    AND (instr(object, ' ') OR detail <> '' OR subject <> about.name
      OR object IN (SELECT name FROM name));
INSERT INTO temp.profile
  SELECT 'event', relation, subject,
    iif(relation = 'event_at', coalesce(object, place), object), date, status,
    NULL, id, article, field, start, length, evidence
  FROM claim
  WHERE relation IN ('event_at', 'participates_in', 'adopted')
    AND (relation = 'event_at' OR instr(object, ' '))
    AND (instr(subject, (SELECT name FROM temp.about))
      OR instr(object, (SELECT name FROM temp.about))
      OR subject IN (SELECT name FROM temp.body));
UPDATE temp.profile SET same = coalesce(kind, '') || char(31) || who
    || iif(section IN ('founding', 'signing'), '', char(31)
      || coalesce(what, ''))
    || iif(section IN ('priority', 'stance'), '', char(31)
      || coalesce(date, ''))
  WHERE same IS NULL;

DELETE FROM temp.profile
  WHERE article IN (SELECT article FROM temp.namesake_);
-- A position that an article tells twice (in its title, too) once, in full.
DELETE FROM temp.profile WHERE section = 'stance' AND rowid NOT IN (
  SELECT r FROM (SELECT p.rowid AS r, row_number() OVER (
      PARTITION BY p.kind, p.who, a.story, substr(p.what, 1,
          instr(p.what, ':')), iif(p.what IN (SELECT name FROM name), p.what,
          '')
      ORDER BY length(p.what) > 240, length(p.what) DESC, p.rowid) AS k
    FROM temp.profile p JOIN article a ON a.id = p.article
    WHERE p.section = 'stance') WHERE k = 1);

-- Merged.  what, dates: each once, without those that a fuller one begins
-- with (2026 beside 2026-01-01); states: in the order of time.
DROP TABLE IF EXISTS temp.prof;
CREATE TEMP TABLE prof AS
  SELECT row_number() OVER (ORDER BY o, stories DESC, dates IS NULL, dates,
      who, what) AS id,
    row_number() OVER (PARTITION BY o ORDER BY stories DESC, dates IS NULL,
      dates, who, what) AS n,
    count(*) OVER (PARTITION BY o) AS of_, *
  FROM (SELECT s.o, p.section, p.same, min(p.rowid) AS one,
      min(p.kind) AS kind,
      iif(p.section = 'slogan', p.same, min(p.who)) AS who,
      (SELECT group_concat(what, ' / ') FROM (
        SELECT DISTINCT x.what FROM temp.profile x
         WHERE x.section = p.section AND x.same = p.same AND x.what <> ''
           AND NOT EXISTS(SELECT 1 FROM temp.profile y
             WHERE y.section = p.section AND y.same = p.same
               AND y.what > x.what
               AND substr(y.what, 1, length(x.what)) = x.what)
         ORDER BY x.what)) AS what,
      (SELECT group_concat(date, ' · ') FROM (
        SELECT DISTINCT x.date FROM temp.profile x
         WHERE x.section = p.section AND x.same = p.same
           AND NOT EXISTS(SELECT 1 FROM temp.profile y
             WHERE y.section = p.section AND y.same = p.same
               AND y.date > x.date
               AND substr(y.date, 1, length(x.date)) = x.date)
         ORDER BY x.date)) AS dates,
      trim(iif(sum(p.status = 'planned'), 'planned ', '')
        || iif(sum(p.status = 'held'), 'held ', '')
        || iif(sum(p.status = 'current'), 'current ', '')
        || iif(sum(p.status = 'former'), 'former', '')) AS states,
      count(DISTINCT a.story) AS stories,
      substr(min(a.published), 1, 10) AS first,
      substr(max(a.published), 1, 10) AS last,
      max(p.claim IN (SELECT claim FROM temp.confirmed)) AS accepted,
      iif(count(b.speaker) = count(*) AND (p.section <> 'priority'
        OR count(p.what) = 0), min(b.speaker), NULL) AS told_by
    FROM temp.profile p JOIN temp.section s USING(section)
      JOIN article a ON a.id = p.article LEFT JOIN temp.told_by b USING(claim)
    GROUP BY p.section, p.same);

-- Threats: sentences in which a danger stands close to the organization's
-- name, with no mark of quotation between and not denied, two a story; those
-- that speak of threats as such before those that fight one, then the latest first.
DROP TABLE IF EXISTS temp.threat;
CREATE TEMP TABLE threat AS
  WITH danger(word, as_such) AS (VALUES(' تهديد', 1), (' التهديد', 1),
    (' بتهديد', 1), (' لتهديد', 1), (' للتهديد', 1), (' والتهديد', 1),
    (' تهدد ', 1), (' يهدد ', 1), (' مخاطر', 1), (' المخاطر', 1),
    (' والمخاطر', 1), (' خطر ', 1), (' خطرا ', 1), (' الخطر ', 1),
    (' خطرًا ', 1), (' خطراً ', 1), (' التحديات', 1), (' تحديات', 1),
    (' والتحديات', 1), (' لتحديات', 1), ('مكافحة الإرهاب', 0),
    ('محاربة الإرهاب', 0), ('مواجهة الإرهاب', 0), (' للإرهاب', 0),
    ('مكافحة التطرف', 0), ('تهريب المخدرات', 0)),
  place AS MATERIALIZED (
    SELECT m.article, m.sentence, m.start, m.length
      FROM name k JOIN appearance p USING(entity)
        JOIN article a ON a.id = p.article AND a.state = 'current'
        JOIN mention m ON m.article = p.article AND m.entity = k.entity
     WHERE k.name = (SELECT name FROM temp.about) AND m.field = 'body'
       AND a.id NOT IN (SELECT article FROM temp.namesake_)
       AND a.id NOT IN (SELECT article FROM temp.rumour)
     ORDER BY a.published IS NULL, a.published DESC, a.path, m.start
     LIMIT 4000),
  sentence AS MATERIALIZED (
    SELECT a.id AS article, a.story, a.published, a.path, s.text, s.start,
      s.length, row_number() OVER (PARTITION BY a.id ORDER BY s.start) AS n
    FROM (SELECT DISTINCT article FROM place) d
      JOIN article a ON a.id = d.article
      CROSS JOIN csto_sentences(a.body) s),
  -- at: of the danger in the sentence; name_: of the name
  close AS (
    SELECT s.*, as_such, instr(' ' || s.text, word) AS at,
        length(word) AS long, p.start - s.start + 1 AS name_,
        p.length AS name_long
      FROM sentence s JOIN place p ON p.article = s.article
         AND p.sentence = s.n
        JOIN danger ON instr(' ' || s.text, word)
       WHERE s.length <= 600),
  found AS (
    SELECT article, story, published, path, text, start, length,
        max(as_such) AS as_such, row_number() OVER (
          PARTITION BY story, substr(text, 1, 60)
          ORDER BY published IS NULL, published, path, start) AS once
      FROM (SELECT *, iif(at < name_,
          substr(text, at + long - 1, max(0, name_ - at - long + 1)),
          substr(text, name_ + name_long, max(0, at - name_ - name_long)))
          AS between_ FROM close)
     WHERE length(between_) <= 36 AND between_ NOT GLOB '*["“”«»;؛]*'
       AND substr(text, at + long - 1, 1) <> 'ة'
       AND ' ' || substr(text, max(1, at - 12), min(12, at - 1))
         NOT GLOB '* لا [يت]*'
       AND substr(text, max(1, at - 12), min(12, at - 1)) NOT GLOB '*ليس*'
     GROUP BY article, start),
  best AS (
    SELECT *, row_number() OVER (PARTITION BY story ORDER BY as_such DESC,
        published IS NULL, published, path, start) AS k
      FROM (SELECT *, row_number() OVER (PARTITION BY substr(text, 16, 60)
          ORDER BY published IS NULL, published, path, start) AS copy
        FROM found WHERE once = 1) WHERE copy = 1)
  SELECT article, 'body' AS field, text, start, length FROM best
   WHERE k <= 2
   ORDER BY as_such DESC, published IS NULL, published DESC, path, start;
