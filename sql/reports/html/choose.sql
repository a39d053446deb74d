-- choose.sql - what the report shows, in temporary tables.
--
-- temp.p: the parameters with their defaults.  temp.cite: what each shown
-- statement rests on; temp.ev: the same, numbered in the order of the texts.

DROP TABLE IF EXISTS temp.p;
CREATE TEMP TABLE p AS SELECT
  iif(:lang = 'en', 'en', 'ar') AS lang, :lang IS NOT 'en' AS rtl,
  coalesce(:title, '') AS title,
  coalesce(
    (SELECT name FROM name WHERE type = 'ORG'
      AND :org IN (name, own, name_en, ref) ORDER BY name LIMIT 1),
    (SELECT name FROM name WHERE type = 'ORG'
      AND csto_key(own) = csto_key(:org) ORDER BY name LIMIT 1)) AS org;
DROP VIEW IF EXISTS temp.l;
CREATE TEMP VIEW l AS SELECT k, iif((SELECT rtl FROM temp.p), ar, en) AS t
  FROM temp.label;

-- Names by stories.
DROP TABLE IF EXISTS temp.top;
CREATE TEMP TABLE top AS
  SELECT k.type, k.name, max(k.name_en) AS name_en,
      count(DISTINCT a.story) AS stories, count(DISTINCT a.id) AS articles,
      sum(x.n) AS mentions
    FROM name k JOIN appearance x USING(entity)
      JOIN article a ON a.id = x.article AND a.state = 'current'
   WHERE k.type IN ('PERSON', 'ORG', 'GPE') GROUP BY k.type, k.name;

-- A name as the page writes it: in English where one is known and wanted.
DROP TABLE IF EXISTS temp.shown;
CREATE TEMP TABLE shown(name PRIMARY KEY, shown) WITHOUT ROWID;
INSERT INTO temp.shown
  SELECT name, iif((SELECT rtl FROM temp.p), name,
    coalesce(max(name_en), name)) FROM temp.top GROUP BY name;

-- The organization of the profile: the one asked for, or else the one of
-- which most is stated and which is named most.
DROP TABLE IF EXISTS temp.about;
CREATE TEMP TABLE about AS SELECT coalesce((SELECT org FROM temp.p),
  (SELECT t.name FROM temp.top t LEFT JOIN (
      SELECT object AS name, count(DISTINCT story) AS n FROM claim
       WHERE relation IN ('member_of', 'chair_of', 'part_of') GROUP BY object
     ) c USING(name)
    WHERE t.type = 'ORG'
    ORDER BY t.stories * (1 + 2 * min(coalesce(c.n, 0), 50)) DESC, t.name
    LIMIT 1)) AS name;
.read sql/reports/parts/profile.sql

-- The statements of the profile, merged.
DROP TABLE IF EXISTS temp.prof;
CREATE TEMP TABLE prof AS SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY section
      ORDER BY stories DESC, date IS NULL, date, who, what) AS n
  FROM (SELECT p.section, p.who, p.what, p.date, p.status,
      count(DISTINCT a.story) AS stories, min(a.published) AS first,
      max(a.published) AS last
    FROM temp.profile p JOIN article a ON a.id = p.article
    GROUP BY p.section, p.who, p.what, p.date, p.status))
  WHERE n <= iif(section IN ('member', 'former'), 60, 14);

-- Who said what: the most quoted, and of each three sayings of three stories:
-- whole direct ones of readable length first, then the latest.
DROP TABLE IF EXISTS temp.speaker;
CREATE TEMP TABLE speaker AS
  SELECT speaker, count(*) AS quotes, sum(direct) AS direct,
      count(DISTINCT story) AS stories
    FROM said WHERE speaker NOTNULL AND speaker IN
      (SELECT name FROM temp.top)
   GROUP BY speaker ORDER BY stories DESC, quotes DESC, speaker LIMIT 12;
DROP TABLE IF EXISTS temp.word;
CREATE TEMP TABLE word AS
  WITH w AS (
    SELECT *, 4 * direct + 2 * (length BETWEEN 50 AND 320)
        + (quote NOT GLOB '*["“”«»]*') + (NOT implicit) AS fit FROM said
     WHERE speaker IN (SELECT speaker FROM temp.speaker)),
  o AS (
    SELECT *, row_number() OVER (PARTITION BY speaker, story
      ORDER BY fit DESC, path, field, start) AS once FROM w),
  t AS (   -- one text once, though several articles carry it
    SELECT *, row_number() OVER (PARTITION BY speaker, substr(quote, 1, 40)
      ORDER BY published IS NULL, published, path, field, start) AS told
    FROM o WHERE once = 1),
  r AS (
    SELECT *, row_number() OVER (PARTITION BY speaker
      ORDER BY fit DESC, published IS NULL, published DESC, path, start)
      AS rank FROM t WHERE told = 1)
  SELECT row_number() OVER (ORDER BY k.stories DESC, k.quotes DESC, k.speaker,
      r.published IS NULL, r.published DESC, r.path, r.start) AS n, r.*
  FROM temp.speaker k JOIN r USING(speaker) WHERE r.rank <= 3;

-- Offices: the persons of whom most articles tell one, three each.  The
-- spellings of one office are one; a title alone (الرئيس) says nothing where
-- a fuller one of the same person begins with it.
DROP TABLE IF EXISTS temp.held;
CREATE TEMP TABLE held AS SELECT subject, object, status,
    -- the nationality behind an office in its spellings: that of its country
    iif(max(c.detail) IN (SELECT name FROM temp.top WHERE type = 'GPE')
        AND instr(object, ' ال') AND status = 'current',
      csto_key(rtrim(object, replace(object, ' ', ''))) || '/'
        || max(c.detail), csto_key(object)) AS spelt,
    count(DISTINCT story) AS stories, min(published) AS first_seen,
    max(published) AS last_seen
  FROM claim c WHERE relation = 'holds_post' AND object NOTNULL
  GROUP BY subject, object, status;
-- Who speaks for the president is not he.
DELETE FROM temp.held WHERE instr(object, 'باسم ') AND EXISTS(
  SELECT 1 FROM temp.held h WHERE h.subject = held.subject
    AND instr(held.object || ' ', 'باسم ' || h.object || ' '));
CREATE INDEX temp.held_by ON held(subject, object);
DROP TABLE IF EXISTS temp.told;
CREATE TEMP TABLE told AS SELECT o.subject, o.spelt, o.status,
    count(DISTINCT c.story) AS stories
  FROM (SELECT subject, object, status, story FROM claim
      WHERE relation = 'holds_post') c
    CROSS JOIN temp.held o ON o.subject = c.subject AND o.object = c.object
      AND o.status IS c.status
  GROUP BY o.subject, o.spelt, o.status;
CREATE INDEX temp.told_of ON told(subject, spelt);
DROP TABLE IF EXISTS temp.office;
CREATE TEMP TABLE office AS
  SELECT row_number() OVER (ORDER BY total DESC, subject, k) AS n, * FROM (
    SELECT *, sum(stories) OVER (PARTITION BY subject) AS total,
      row_number() OVER (PARTITION BY subject
        ORDER BY stories DESC, object, status) AS k
    FROM (SELECT subject, spelt, status,
        first_value(object) OVER w AS object,
        row_number() OVER w AS spelling,
        (SELECT n.stories FROM temp.told n WHERE n.subject = h.subject
          AND n.spelt = h.spelt AND n.status IS h.status) AS stories,
        min(first_seen) OVER s AS first_seen,
        max(last_seen) OVER s AS last_seen,
        EXISTS(SELECT 1 FROM accept x WHERE x.relation = 'holds_post'
          AND x.subject = h.subject AND x.object = h.object) AS accepted
      FROM temp.held h
      WHERE instr(object, ' ') OR NOT EXISTS(SELECT 1 FROM temp.held f
        WHERE f.subject = h.subject AND f.status IS h.status
          AND f.object > h.object || ' ' AND f.object < h.object || '!')
      WINDOW s AS (PARTITION BY subject, spelt, status),
        w AS (PARTITION BY subject, spelt, status
          ORDER BY stories DESC, object))
    WHERE spelling = 1)
  WHERE k <= 3 ORDER BY total DESC, subject, k LIMIT 60;
DELETE FROM temp.office WHERE subject NOT IN (SELECT subject FROM temp.office
  GROUP BY subject ORDER BY min(n) LIMIT 24);

-- Names that many articles know.
DROP TABLE IF EXISTS temp.known;
CREATE TEMP TABLE known(name PRIMARY KEY) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.known
  SELECT name FROM temp.top ORDER BY stories DESC, name LIMIT 400;

-- Events with the day that the text gives.
DROP TABLE IF EXISTS temp.happened;
CREATE TEMP TABLE happened AS
  SELECT row_number() OVER (ORDER BY date, relation, subject, object, place,
      status) AS n, * FROM (
    SELECT date, substr(date, 1, 10) AS day, relation, subject, object, place,
      status, max(detail) AS detail, count(DISTINCT story) AS stories,
      min(id) AS claim
    FROM dated
    WHERE subject NOTNULL AND (relation <> 'event_at' OR instr(subject, ' '))
    GROUP BY date, relation, subject, object, place, status
    ORDER BY count(DISTINCT story)
        + (subject IN (SELECT name FROM temp.known))
        + (coalesce(object, place) IN (SELECT name FROM temp.known))
        + (length(date) = 10) DESC,
      date DESC, relation, subject, object, place, status LIMIT 40);

-- Positions: what more than one article tells, then what known names say,
-- then the latest; three at the most of one name.
DROP TABLE IF EXISTS temp.position;
CREATE TEMP TABLE position AS
  SELECT row_number() OVER (ORDER BY stories DESC, fit DESC, last_seen DESC,
      subject, relation, object, details, status) AS n, * FROM (
    SELECT *, row_number() OVER (PARTITION BY subject ORDER BY stories DESC,
        fit DESC, last_seen DESC, relation, object, details, status) AS k
    FROM (SELECT *, (subject IN (SELECT name FROM temp.known))
        + (object IN (SELECT name FROM temp.known))
        + (instr(coalesce(details, object), ' ') > 0) AS fit FROM fact
      WHERE relation IN ('supports', 'opposes', 'demands', 'requests_help')
        AND subject NOTNULL))
  WHERE k <= 3 ORDER BY n LIMIT 24;

-- Disagreements.
DROP TABLE IF EXISTS temp.versus;
CREATE TEMP TABLE versus AS
  SELECT row_number() OVER (ORDER BY kind, about, of_, one, other) AS n, *
    FROM (SELECT kind, relation, about, of_, one, other,
        min(claim_one) AS claim_one, claim_other
      FROM disagreement
      -- not two spellings, nor the short and the full form of one name
      WHERE kind NOT IN ('holder', 'capital')
         OR csto_similarity(one, other) < 0.75 AND NOT instr(one, other)
            AND NOT instr(other, one)
            -- nor a country and its capital in its stead
            AND NOT EXISTS(SELECT 1 FROM claim c
              WHERE c.relation = 'capital_of' AND kind = 'holder'
                AND c.subject IN (one, other) AND c.object IN (one, other))
      GROUP BY kind, relation, about, of_, one, other)
   ORDER BY n LIMIT 24;

-- Copies.
DROP TABLE IF EXISTS temp.copied;
CREATE TEMP TABLE copied AS
  SELECT row_number() OVER (ORDER BY copies DESC, path) AS n, *
    FROM (SELECT story, count(*) AS copies, min(path) AS path FROM news
           GROUP BY story HAVING copies > 1) ORDER BY n LIMIT 15;

-- The evidence of each: at most three stories, the earliest first.
DROP TABLE IF EXISTS temp.cite;
CREATE TEMP TABLE cite(what, key, article, field, start, length);
CREATE TEMP TABLE link_(what, key, article, field, start, length);
INSERT INTO temp.link_
  SELECT 'prof', f.rowid, p.article, p.field, p.start, p.length
  FROM temp.prof f JOIN temp.profile p ON p.section = f.section
   AND p.who IS f.who AND p.what IS f.what AND p.date IS f.date
   AND p.status IS f.status;
INSERT INTO temp.link_
  SELECT 'office', f.n, c.article, c.field, c.start, c.length
  FROM temp.office f JOIN temp.held o ON o.subject = f.subject
    AND o.spelt = f.spelt AND o.status IS f.status
    JOIN claim c ON c.relation = 'holds_post' AND c.subject = o.subject
     AND c.object = o.object AND c.status IS o.status;
INSERT INTO temp.link_
  SELECT 'position', f.n, c.article, c.field, c.start, c.length
  FROM temp.position f JOIN claim c ON c.relation = f.relation
   AND c.subject IS f.subject AND c.object IS f.object
   AND c.status IS f.status;
INSERT INTO temp.link_
  SELECT 'event', f.n, c.article, c.field, c.start, c.length
  FROM temp.happened f JOIN claim c ON c.relation = f.relation
   AND c.subject IS f.subject AND c.object IS f.object
   AND c.place IS f.place AND c.status IS f.status AND c.date IS f.date;
INSERT INTO temp.link_
  SELECT 'one', v.n, c.article, c.field, c.start, c.length
    FROM temp.versus v JOIN claim c ON c.id = v.claim_one
  UNION ALL
  SELECT 'other', v.n, c.article, c.field, c.start, c.length
    FROM temp.versus v JOIN claim c ON c.id = v.claim_other;
INSERT INTO temp.cite
  SELECT what, key, article, field, start, length FROM (
    SELECT *, row_number() OVER (PARTITION BY what, key
        ORDER BY published IS NULL, published, path, field, start) AS k
    FROM (SELECT l.*, a.published, a.path, row_number() OVER (
            PARTITION BY l.what, l.key, a.story
            ORDER BY a.published IS NULL, a.published, a.path, l.field,
              l.start) AS once
          FROM temp.link_ l JOIN article a ON a.id = l.article)
    WHERE once = 1) WHERE k <= 3;
DROP TABLE temp.link_;
INSERT INTO temp.cite SELECT 'word', n, article, field, start, length
  FROM temp.word;
INSERT INTO temp.cite SELECT 'threat', rowid, article, field, start, length
  FROM temp.threat ORDER BY rowid LIMIT 12;

DROP TABLE IF EXISTS temp.ev;
CREATE TEMP TABLE ev(n INTEGER PRIMARY KEY, article, field, start, length);
INSERT INTO temp.ev(article, field, start, length)
  SELECT DISTINCT c.article, c.field, c.start, c.length
    FROM temp.cite c JOIN article a ON a.id = c.article
   ORDER BY a.published IS NULL, a.published, a.path,
     CASE c.field WHEN 'title' THEN 1 WHEN 'lead' THEN 2 ELSE 3 END,
     c.start, c.length;
CREATE INDEX temp.ev_place ON ev(article, field, start);
DROP TABLE IF EXISTS temp.ref;
CREATE TEMP TABLE ref(what, key, html, PRIMARY KEY(what, key));
INSERT INTO temp.ref SELECT what, key, '<span class="ref">' ||
    group_concat('<a href="#e' || n || '">' || n || '</a>', ' ') || '</span>'
  FROM (SELECT DISTINCT c.what, c.key, e.n FROM temp.cite c JOIN temp.ev e
          USING(article, field, start, length) ORDER BY c.what, c.key, e.n)
  GROUP BY what, key;
DROP TABLE IF EXISTS temp.text;
CREATE TEMP TABLE text AS
  SELECT row_number() OVER (ORDER BY min(n)) AS n, article
    FROM temp.ev GROUP BY article;
