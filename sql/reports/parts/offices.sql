-- offices.sql - temp.office: who holds which office, one row an office.
--
-- The spellings of one office of one person are one: with and without the
-- article or a preposition (وزير الخارجية السعودي, وزير خارجية السعودية), with
-- the nationality or the name of the country, and the short title where the
-- same person has a fuller one that begins with it (الرئيس, الرئيس السوري).
-- temp.post: the statements, with the number of their office.  Needs
-- claims.sql.

DROP TABLE IF EXISTS temp.title_;
CREATE TEMP TABLE title_(subject, object, status, core, n, office,
  PRIMARY KEY(subject, object, status)) WITHOUT ROWID;
INSERT INTO temp.title_(subject, object, status, core, n)
  SELECT subject, object, coalesce(status, ''),
    ' ' || csto_normalize(object) || ' '
      || iif(max(detail) IN (SELECT name FROM name WHERE type = 'GPE')
        AND instr(object, ' '),
        '/' || replace(csto_normalize(max(detail)), 'ال', ''), ''),
    count(DISTINCT story)
  FROM claim
   WHERE relation = 'holds_post' AND subject NOTNULL AND object NOTNULL
   GROUP BY subject, object, coalesce(status, '');
-- Who speaks for the president is not he.
DELETE FROM temp.title_ WHERE EXISTS(
  SELECT 1 FROM temp.title_ h
    WHERE h.subject = title_.subject AND h.object <> title_.object
      AND (instr(title_.object || ' ', 'باسم ' || h.object || ' ')
        OR EXISTS(SELECT 1 FROM (VALUES('مبعوث'), ('مستشار'), ('مساعد'),
            ('ممثل'), ('متحدث'), ('المتحدث'), ('ناطق'), ('الناطق')) v
          WHERE substr(title_.object, 1, length(column1)) = column1)
          AND h.n >= title_.n AND (
            substr(title_.object, -length(h.object) - 1) = ' ' || h.object
            OR substr(title_.object, -length(h.object) - 1) = ' لل'
              || substr(h.object, 3))));
-- What the status says already, the article and the prepositions go; where
-- the country is known, so does the last word, which names it.
UPDATE temp.title_ SET core = replace(replace(replace(replace(replace(core,
    ' السابق ', ' '), ' الاسبق ', ' '), ' الحالي ', ' '), ' المنتخب ', ' '),
    ' الراحل ', ' ');
UPDATE temp.title_ SET core = replace(replace(replace(replace(replace(replace(
    replace(replace(replace(core, ' و ', ' و'), ' في ', ' '), ' لدي ', ' '),
    ' ال', ' '), ' لل', ' '), ' بال', ' '), ' ل', ' '), ' ب', ' '),
    'اميرك', 'امريك');
UPDATE temp.title_ SET core = ' ' || rtrim(substr(core, 2,
    instr(substr(core, 2), ' ') - 1), 'ا')
  || substr(core, 1 + instr(substr(core, 2), ' '));
UPDATE temp.title_ SET core = iif(
    substr(of_, -length(land) - 2) = ' ' || land || ' ',
    substr(of_, 1, length(of_) - length(land) - 2),
    rtrim(rtrim(of_), replace(of_, ' ', ''))) || '/' || land
  FROM (SELECT subject AS s, object AS o, status AS t,
      substr(core, 1, instr(core, '/') - 1) AS of_,
      substr(core, instr(core, '/') + 1) AS land
    FROM temp.title_ WHERE instr(core, '/'))
  WHERE s = subject AND o = object AND t = status;
UPDATE temp.title_ SET core = replace(trim(core), ' /', '/');

-- One number an office; the short title takes that of the fuller one.
DROP TABLE IF EXISTS temp.core_;
CREATE TEMP TABLE core_(office INTEGER PRIMARY KEY, subject, status, core, n,
  fuller);
INSERT INTO temp.core_(subject, status, core, n)
  SELECT subject, status, core, sum(n) FROM temp.title_
   GROUP BY subject, status, core ORDER BY subject, status, core;
CREATE INDEX temp.core_of ON core_(subject, status);
UPDATE temp.core_ AS c SET fuller = (
  SELECT office FROM temp.core_ f
   WHERE f.subject = c.subject AND f.status = c.status
     AND substr(f.core, 1, length(c.core) + 1)
      IN (c.core || ' ', c.core || '/')
     AND NOT EXISTS(SELECT 1 FROM temp.core_ g
       WHERE g.subject = f.subject AND g.status = f.status
         AND substr(g.core, 1, length(f.core) + 1)
          IN (f.core || ' ', f.core || '/'))
   ORDER BY f.n DESC, length(f.core), f.core LIMIT 1);
UPDATE temp.title_ AS t SET office = (
  SELECT coalesce(fuller, office) FROM temp.core_ c
   WHERE c.subject = t.subject AND c.status = t.status AND c.core = t.core);

DROP TABLE IF EXISTS temp.post;
CREATE TEMP TABLE post AS
  SELECT t.office, c.id AS claim, c.object, c.detail, c.story, c.site,
      c.date, substr(c.published, 1, 10) AS day
    FROM claim c CROSS JOIN temp.title_ t ON t.subject = c.subject
      AND t.object = c.object AND t.status = coalesce(c.status, '')
   WHERE c.relation = 'holds_post';
CREATE INDEX temp.post_office ON post(office);
-- object: as most write it; the short title only where five times as many do.
DROP TABLE IF EXISTS temp.office;
CREATE TEMP TABLE office AS
  SELECT t.office, t.subject, nullif(t.status, '') AS status,
    (SELECT s.object FROM temp.title_ s JOIN temp.core_ c
        ON c.subject = s.subject AND c.status = s.status AND c.core = s.core
      WHERE s.subject = t.subject AND s.status = t.status
        AND s.office = t.office
      ORDER BY s.n * iif(c.fuller IS NULL, 5, 1) DESC, s.object LIMIT 1)
      AS object,
    p.*, EXISTS(SELECT 1 FROM temp.post q JOIN temp.confirmed USING(claim)
      WHERE q.office = t.office) AS accepted
  FROM (SELECT DISTINCT office, subject, status FROM temp.title_) t
    JOIN (SELECT office AS o, max(detail) AS institution,
        count(DISTINCT story) AS stories, count(DISTINCT site) AS sites,
        group_concat(DISTINCT date) AS dates, min(day) AS first,
        max(day) AS last, min(claim) AS claim
      FROM temp.post GROUP BY office) p ON p.o = t.office;
