-- choose.sql - what the report shows, in temporary tables.
--
-- temp.p: the parameters with their defaults.  temp.cite: what each shown
-- statement rests on; temp.ev: the same, numbered in the order of the texts;
-- temp.ref: the links to them.

DROP TABLE IF EXISTS temp.p;
CREATE TEMP TABLE p AS SELECT
  iif(:lang = 'en', 'en', 'ar') AS lang, :lang IS NOT 'en' AS rtl,
  :title AS title;
DROP VIEW IF EXISTS temp.l;
CREATE TEMP VIEW l AS SELECT k, iif((SELECT rtl FROM temp.p), ar, en) AS t
  FROM temp.label;
-- The heads of columns: th of words, n of numbers; tags of a state.
DROP TABLE IF EXISTS temp.col;
CREATE TEMP TABLE col(k PRIMARY KEY, th, n, tag) WITHOUT ROWID;
INSERT INTO temp.col SELECT k, '<th scope="col">' || t || '</th>',
    '<th scope="col" class="n">' || t || '</th>',
    ' <span class="tag ' || k || '">' || t || '</span>' FROM temp.l;

.read sql/reports/parts/claims.sql
.read sql/reports/parts/about.sql
.read sql/reports/parts/offices.sql
.read sql/reports/parts/profile.sql
.read sql/reports/parts/events.sql
.read sql/reports/parts/versus.sql
DELETE FROM temp.prof WHERE n > iif(o <= 4, 60, 14);
DELETE FROM temp.versus WHERE n > 24;

-- Names by stories.
DROP TABLE IF EXISTS temp.top;
CREATE TEMP TABLE top AS
  SELECT k.type, k.name, max(k.name_en) AS name_en,
      count(DISTINCT a.story) AS stories, count(DISTINCT a.id) AS articles,
      sum(x.n) AS mentions
    FROM name k JOIN appearance x USING(entity)
      JOIN temp.live a ON a.id = x.article
   WHERE k.type IN ('PERSON', 'ORG', 'GPE') GROUP BY k.type, k.name;
CREATE INDEX temp.top_name ON top(name);

-- A name as the page writes it: in English where one is known and wanted.
DROP TABLE IF EXISTS temp.shown;
CREATE TEMP TABLE shown(name PRIMARY KEY, shown) WITHOUT ROWID;
INSERT INTO temp.shown
  SELECT name, csto_html(iif((SELECT rtl FROM temp.p), name,
    coalesce(max(name_en), name))) FROM temp.top GROUP BY name;

-- Whose words a statement stands in, as the page writes it.
DROP TABLE IF EXISTS temp.voice;
CREATE TEMP TABLE voice(speaker PRIMARY KEY, html) WITHOUT ROWID;
INSERT INTO temp.voice
  SELECT b.speaker, ' <span class="meta">(' || iif(b.speaker = '?',
    (SELECT t FROM temp.l WHERE k = 'quoted'),
    (SELECT t FROM temp.l WHERE k = 'by') || ' <bdi>'
      || coalesce(s.shown, csto_html(b.speaker)) || '</bdi>') || ')</span>'
  FROM (SELECT DISTINCT speaker FROM temp.told_by) b
    LEFT JOIN temp.shown s ON s.name = b.speaker;

.read sql/reports/parts/sayings.sql

-- Offices: the persons of whom most stories tell one, 24 at most, three each.  Left
-- out: a bare title ("the leader", "head of the party") beside an office, one
-- that anybody may have ("the spokesman"), and what a single story says of one whom others know
-- otherwise: five know him in one other office, ten in several, or several know
-- another one in that office; so is an office of few stories of whom ten times
-- as many know another one in.
DROP TABLE IF EXISTS temp.seat;
CREATE TEMP TABLE seat AS
  SELECT row_number() OVER (ORDER BY most DESC, (SELECT max(t.stories)
      FROM temp.top t WHERE t.name = subject AND t.type = 'PERSON') DESC,
    subject, k) AS n, * FROM (
    SELECT *, max(stories) OVER (PARTITION BY subject) AS most,
      row_number() OVER (PARTITION BY subject
        ORDER BY stories DESC, EXISTS(SELECT 1 FROM temp.that_
          WHERE substr(object, -length(word)) = word), object, status) AS k
    FROM (SELECT *, sum(stories) OVER (PARTITION BY subject) AS total,
        max(stories) OVER (PARTITION BY subject) AS best,
        count(*) OVER (PARTITION BY subject) AS offices,
        (SELECT count(DISTINCT core) FROM temp.office y
          WHERE y.subject = o.subject) AS cores,
        max(stories) OVER (PARTITION BY core) AS others
      FROM temp.office o)
    WHERE accepted OR NOT (stories = 1 AND (total >= 10 OR best >= 5
          OR best > 2 AND others > 1)
        OR object IN ('المتحدث', 'المتحدثة', 'الناطق', 'الناطقة', 'المدير',
          'المديرة', 'المسؤول', 'المسؤولة', 'النائب', 'النائبة', 'الوزير',
          'الوزيرة', 'القائد', 'المبعوث', 'السفير', 'المندوب')
        OR offices > 1 AND EXISTS(SELECT 1 FROM temp.that_
          WHERE substr(object, -length(word)) = word)
        OR others >= 10 * stories AND cores > 1
        OR core NOT GLOB '*[ /]*' AND (offices > 1
          OR stories = 1 AND NOT instr(subject, ' '))))
  WHERE k <= 3;
DROP TABLE IF EXISTS temp.known_as;
CREATE TEMP TABLE known_as(name PRIMARY KEY, object) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.known_as
  SELECT subject, object FROM temp.seat WHERE k = 1 AND status = 'current';
DELETE FROM temp.seat WHERE subject NOT IN (SELECT subject FROM temp.seat
  GROUP BY subject ORDER BY min(n) LIMIT 40);
-- A surname alone, or with a word that is none of the name, beside the full
-- name with the same title.
DELETE FROM temp.seat AS s WHERE EXISTS(SELECT 1 FROM temp.seat f
  WHERE f.subject <> s.subject AND f.most >= s.most
    AND substr(f.object, 1, instr(f.object || ' ', ' '))
      = substr(s.object, 1, instr(s.object || ' ', ' '))
    AND iif(instr(s.subject, ' '), s.subject GLOB 'ال* *'
      AND s.subject NOT GLOB '* * *' AND f.subject GLOB '* ' || substr(
        s.subject, 1, instr(s.subject, ' ') - 1),
      f.subject GLOB '* ' || s.subject OR f.subject GLOB s.subject || ' *'));
-- Those whom one story alone knows in an office fill the table up to twelve.
DELETE FROM temp.seat WHERE subject NOT IN (SELECT subject FROM temp.seat
  GROUP BY subject ORDER BY min(n) LIMIT max(12, min(24, (
    SELECT count(DISTINCT subject) FROM temp.seat
     WHERE most > 1 OR accepted))));

-- Names that many articles know.
DROP TABLE IF EXISTS temp.known;
CREATE TEMP TABLE known(name PRIMARY KEY) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.known
  SELECT name FROM temp.top ORDER BY stories DESC, name LIMIT 400;

-- Events with the day that the text gives.
DROP TABLE IF EXISTS temp.shown_event;
CREATE TEMP TABLE shown_event AS
  SELECT row_number() OVER (ORDER BY n) AS key, * FROM (
    SELECT * FROM temp.event
     ORDER BY stories + (subject IN (SELECT name FROM temp.known))
        + (coalesce(object, place) IN (SELECT name FROM temp.known))
        + (length(date) = 10) DESC, n DESC LIMIT 40);

-- Positions: what more than one story tells, then what known names say, then
-- the latest; three at the most of one name, and the fullest wording of each
-- that a story has.  A bare noun that is no name ("the plan") says nothing.
DROP TABLE IF EXISTS temp.stated;
CREATE TEMP TABLE stated AS
  SELECT subject, relation, coalesce(object, '') AS object,
      coalesce(detail, '') AS detail, status, count(DISTINCT story) AS stories,
      max(published) AS last,
      max(id IN (SELECT claim FROM temp.confirmed)) AS accepted,
      iif(count(speaker) = count(*), min(speaker), NULL) AS told_by
    FROM (SELECT *, row_number() OVER (
          PARTITION BY story, relation, subject,
            iif(object IN (SELECT name FROM temp.top), object, '')
          ORDER BY length(coalesce(detail, '')) > 240,
            length(coalesce(object, '') || coalesce(detail, '')) DESC, id)
          AS fullest
        FROM claim
       WHERE relation IN ('supports', 'opposes', 'demands', 'requests_help')
         AND subject NOTNULL AND (instr(object, ' ') OR detail <> ''
           OR object IN (SELECT name FROM temp.top))
         AND (subject IN (SELECT name FROM temp.top) OR subject GLOB '* *'
           AND subject NOT GLOB '* * * * * *')
         AND NOT EXISTS(SELECT 1 FROM temp.title_ t JOIN claim h
             ON h.subject = t.subject AND h.relation = claim.relation
              AND h.article = claim.article AND h.detail IS claim.detail
           WHERE t.object = claim.subject)) c
      LEFT JOIN temp.told_by ON told_by.claim = c.id
   WHERE fullest = 1 GROUP BY 1, 2, 3, 4, 5;
DROP TABLE IF EXISTS temp.position;
CREATE TEMP TABLE position AS
  SELECT row_number() OVER (ORDER BY stories DESC, fit DESC, last DESC,
      subject, relation, object, detail, status) AS n, * FROM (
    SELECT *, row_number() OVER (PARTITION BY subject ORDER BY stories DESC,
        fit DESC, last DESC, relation, object, detail, status) AS k
    FROM (SELECT *, (subject IN (SELECT name FROM temp.known))
        + (object IN (SELECT name FROM temp.known))
        + (instr(object || ' ' || detail, ' ') > 0)
        - (' ' || object || ' ' || detail || ' ' GLOB '* هذ[اه] *') AS fit FROM temp.stated s
      WHERE NOT EXISTS(SELECT 1 FROM temp.stated f
        WHERE f.subject = s.subject AND f.relation = s.relation
          AND f.stories >= s.stories
          AND length(f.object || f.detail) > length(s.object || s.detail)
          AND (instr(f.object || ' ' || f.detail, s.object || ' ' || s.detail)
            OR s.detail <> '' AND f.object = s.object
              AND instr(f.detail, s.detail)))))
  WHERE k <= 3 ORDER BY n LIMIT 24;

-- Copies.
DROP TABLE IF EXISTS temp.copied;
CREATE TEMP TABLE copied AS
  SELECT row_number() OVER (ORDER BY copies DESC, path) AS n, *
    FROM (SELECT story, count(*) AS copies, min(path) AS path FROM news
           GROUP BY story HAVING copies > 1) ORDER BY n LIMIT 15;

-- The evidence of each: at most three stories, the earliest first.
DROP TABLE IF EXISTS temp.cite;
CREATE TEMP TABLE cite(what, key, article, field, start, length);
DROP TABLE IF EXISTS temp.link_;
CREATE TEMP TABLE link_(what, key, article, field, start, length);
INSERT INTO temp.link_
  SELECT 'prof', f.id, p.article, p.field, p.start, p.length
  FROM temp.prof f JOIN temp.profile p ON p.section = f.section
   AND p.same = f.same;
INSERT INTO temp.link_
  SELECT what, key, c.article, c.field, c.start, c.length
  FROM (SELECT 'office' AS what, f.n AS key, p.claim
      FROM temp.seat f JOIN temp.post p USING(office)
    UNION ALL
    SELECT 'event', f.key, h.claim
      FROM temp.shown_event f JOIN temp.happened h ON h.event = f.n
    UNION ALL
    SELECT 'position', f.n, c.id
      FROM temp.position f JOIN claim c ON c.relation = f.relation
       AND c.subject = f.subject AND coalesce(c.object, '') = f.object
       AND coalesce(c.detail, '') = f.detail AND c.status IS f.status
    UNION ALL SELECT 'one', n, claim_one FROM temp.versus
    UNION ALL SELECT 'other', n, claim_other FROM temp.versus)
  JOIN claim c ON c.id = claim;
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
  FROM temp.threat ORDER BY rowid LIMIT 10;

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
