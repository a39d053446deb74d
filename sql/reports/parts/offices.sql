-- offices.sql - temp.office: who holds which office, one row an office.
--
-- The spellings of one office of one person are one: the names in it under
-- one form (السعودي, السعودية; الناتو, حلف شمال الأطلسي), with and without the
-- article or a preposition, and the short title where the same person has a
-- fuller one that begins with it (الرئيس, الرئيس السوري).  temp.post: the
-- statements, with the number of their office.  Needs claims.sql.

-- The words of an office; of: the names in it, countries by their code.
DROP TABLE IF EXISTS temp.named_;
CREATE TEMP TABLE named_(object, start, length, name, land, after, next,
  PRIMARY KEY(object, start, length, name)) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.named_(object, start, length, name, land)
  SELECT o.object, e.start, e.length, e.name,
    iif(e.type <> 'ORG' AND length(e.id) = 2, e.id, NULL)
  FROM (SELECT DISTINCT object FROM claim WHERE relation = 'holds_post'
      AND subject NOTNULL AND object NOTNULL) o
    CROSS JOIN csto_entities(o.object) e
  WHERE e.type IN ('ORG', 'GPE', 'NORP');
-- A name in a name is no other one; a name told twice is one.
DELETE FROM temp.named_ AS e WHERE EXISTS(SELECT 1 FROM temp.named_ f
  WHERE f.object = e.object AND f.length > e.length AND f.start <= e.start
    AND f.start + f.length >= e.start + e.length);
UPDATE temp.named_ AS e SET
  after = (SELECT name FROM temp.named_ f WHERE f.object = e.object
    AND f.start > e.start ORDER BY f.start LIMIT 1),
  next = (SELECT start FROM temp.named_ f WHERE f.object = e.object
    AND f.start > e.start ORDER BY f.start LIMIT 1);
DROP TABLE IF EXISTS temp.titled_;
CREATE TEMP TABLE titled_(object PRIMARY KEY, words, org, land) WITHOUT ROWID;
INSERT INTO temp.titled_
  SELECT object,
    csto_normalize(iif(a, substr(object, 1, a - 1), object)
      || coalesce(rest, '')),
    coalesce((SELECT group_concat(csto_normalize(name), ' ') FROM (
      SELECT name FROM temp.named_ n WHERE n.object = o.object
         AND land IS NULL
         AND (after IS NULL OR substr(after, 1, length(name)) <> name)
       ORDER BY start)), ''),
    (SELECT max(land) FROM temp.named_ n WHERE n.object = o.object)
  FROM (SELECT object, (SELECT min(start) FROM temp.named_ n
        WHERE n.object = o.object) AS a,
      (SELECT group_concat(' ' || substr(object, start + length,
        coalesce(next, 9999) - start - length), '') FROM (
          SELECT * FROM temp.named_ n WHERE n.object = o.object
           ORDER BY start)) AS rest
    FROM (SELECT DISTINCT object FROM claim WHERE relation = 'holds_post'
       AND subject NOTNULL AND object NOTNULL) o) o;
DROP TABLE temp.named_;
UPDATE temp.titled_ SET words = ' ' || replace(replace(replace(replace(
    replace(replace(replace(words, '"', ' '), '#', ' '), '(', ' '),
    ')', ' '), '«', ' '), '»', ' '), '_', ' ') || ' ';
-- What the status says already, the article and the prepositions go.
UPDATE temp.titled_ SET words = replace(replace(replace(replace(replace(
    words, ' السابق ', ' '), ' الاسبق ', ' '), ' الحالي ', ' '),
    ' المنتخب ', ' '), ' الراحل ', ' ');
UPDATE temp.titled_ SET words = replace(replace(replace(replace(replace(
    replace(replace(replace(words, ' و ', ' و'), ' في ', ' '), ' لدي ', ' '),
    ' ال', ' '), ' لل', ' '), ' بال', ' '), ' ل', ' '), ' ب', ' ');
UPDATE temp.titled_ SET words = trim(replace(replace(replace(replace(replace(
    replace(words, ' ناطق ', ' متحدث '), ' رسمي ', ' '), ' من ', ' '),
    '   ', ' '), '  ', ' '), '  ', ' '));
UPDATE temp.titled_ SET words = rtrim(substr(words || ' ', 1,
    instr(words || ' ', ' ') - 1), 'ا')
  || substr(words, instr(words || ' ', ' '));

DROP TABLE IF EXISTS temp.title_;
CREATE TEMP TABLE title_(subject, object, status, words, core, n, office,
  PRIMARY KEY(subject, object, status)) WITHOUT ROWID;
INSERT INTO temp.title_(subject, object, status, words, core, n)
  SELECT subject, object, status, iif(org = '' AND body <> '', head, words),
    iif(org = '' AND body <> '', head || '/' || rtrim(bare), words
      || iif(org <> '', '/' || org, coalesce('/' || land, ''))), n
  FROM (SELECT *, rtrim(CASE
      WHEN substr(words, -length(w3) - 1) = ' ' || w3 THEN
        substr(words, 1, length(words) - length(w3))
      WHEN substr(words, -length(w2) - 1) = ' ' || w2 THEN
        substr(words, 1, length(words) - length(w2))
      WHEN substr(words, -length(w1) - 1) = ' ' || w1 THEN
        substr(words, 1, length(words) - length(w1))
      ELSE words END) AS head
    -- the first words of the institution that the sentence is about
    FROM (SELECT *, substr(bare, 1, instr(bare, ' ') - 1) AS w1,
        rtrim(substr(bare, 1, instr(bare, ' ') + instr(substr(bare,
          instr(bare, ' ') + 1), ' '))) AS w2, rtrim(bare) AS w3
      FROM (SELECT subject, c.object, coalesce(status, '') AS status, words,
          trim(replace(replace(replace(' ' || org, ' ال', ' '), ' لل',
            ' '), ' ل', ' ')) AS org, coalesce(t.land, max(k.ref)) AS land,
          count(DISTINCT story) AS n, coalesce(csto_normalize(max(iif(k.name
            IS NULL, c.detail, NULL))), '') AS body,
          replace(ltrim(replace(replace(replace(' ' || csto_normalize(max(
            iif(k.name IS NULL, c.detail, ''))) || ' ', ' ال', ' '), ' لل',
            ' '), ' ل', ' ')), '  ', ' ') AS bare
        FROM claim c JOIN temp.titled_ t USING(object)
          LEFT JOIN name k ON k.own = c.detail AND k.type = 'GPE'
            AND length(k.ref) = 2
        WHERE relation = 'holds_post' AND subject NOTNULL
        GROUP BY subject, c.object, coalesce(status, ''))));
CREATE INDEX temp.title_of ON title_(object);
-- Who speaks for the president, or is his deputy, is not he.
DELETE FROM temp.title_ WHERE EXISTS(
  SELECT 1 FROM temp.title_ h JOIN (VALUES('متحدث اسم', 1), ('متحدثه اسم', 1),
      ('مبعوث', 1), ('مستشار', 1), ('مساعد', 1), ('ممثل', 1),
      ('مدير مكتب', 1), ('رءيس مكتب', 1), ('مديره مكتب', 1),
      ('ناءب', 2)) v
    ON substr(title_.words, 1, length(column1) + 1) = column1 || ' '
   WHERE h.subject = title_.subject AND h.words <> title_.words
     AND h.n >= title_.n * column2
     AND (substr(title_.words, -length(h.words) - 1) = ' ' || h.words
       OR instr(title_.object || ' ', ' ' || h.object || ' ')));

-- One head of one land: who presides over two has been told so by few (greeted
-- the American president X, the Mexican president).
DELETE FROM temp.title_ WHERE (subject, object, status) IN (
  SELECT a.subject, a.object, a.status
    FROM temp.title_ a JOIN temp.titled_ x ON x.object = a.object
      JOIN temp.title_ h ON h.subject = a.subject AND h.n > a.n
      JOIN temp.titled_ y ON y.object = h.object AND y.land <> x.land
       AND y.words = x.words
   WHERE x.words GLOB 'رءيس*' OR x.words GLOB 'وزير*'
      OR x.words GLOB 'ملك*' OR x.words GLOB 'مستشار*');

-- One number an office; the short title takes that of the fuller one.
DROP TABLE IF EXISTS temp.core_;
CREATE TEMP TABLE core_(office INTEGER PRIMARY KEY, subject, status, words,
  core, n, fuller);
INSERT INTO temp.core_(subject, status, words, core, n)
  SELECT subject, status, min(words), core, sum(n) FROM temp.title_
   GROUP BY subject, status, core ORDER BY subject, status, core;
CREATE INDEX temp.core_of ON core_(subject, status);
UPDATE temp.core_ AS c SET fuller = (
  SELECT office FROM temp.core_ f
   WHERE f.subject = c.subject AND f.status = c.status
     AND substr(replace(f.core, '/', ' '), 1, length(c.core) + 1)
       = replace(c.core, '/', ' ') || ' '
     AND NOT EXISTS(SELECT 1 FROM temp.core_ g
       WHERE g.subject = f.subject AND g.status = f.status
         AND substr(replace(g.core, '/', ' '), 1, length(f.core) + 1)
           = replace(f.core, '/', ' ') || ' ')
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
-- object: as most write it; one that names what it is of, before five that
-- leave that out and twenty that only point to it; of two that as many write the one of fewer words.
DROP TABLE IF EXISTS temp.that_;
CREATE TEMP TABLE that_(word);
INSERT INTO temp.that_ VALUES(' للمنظمة'), (' للاتحاد'), (' للنقابة'),
  (' للحزب'), (' للجامعة'), (' للمجلس'), (' للحلف'), (' للهيئة'),
  (' للجمعية'), (' للشركة'), (' للحركة'), (' للوزارة'), (' المنظمة'),
  (' الاتحاد'), (' النقابة'), (' الحزب'), (' المجلس'), (' الهيئة'),
  (' الجمعية'), (' الشركة'), (' الحركة'), (' الوزارة'), (' الصحيفة'),
  (' البلاد'), (' الكتلة'), (' اللجنة'), (' الشبكة'), (' النادي');
DROP TABLE IF EXISTS temp.office;
CREATE TEMP TABLE office AS
  SELECT t.office, t.subject, nullif(t.status, '') AS status, f.core,
    (SELECT s.object FROM temp.title_ s
      WHERE s.subject = t.subject AND s.status = t.status
        AND s.office = t.office
      ORDER BY s.n * iif(s.core <> s.words, 5, instr(s.words, ' ') > 0)
          * iif(EXISTS(SELECT 1 FROM temp.that_ WHERE substr(s.object,
            -length(word)) = word), 1, 20) DESC,
        length(s.words), length(s.object) > 60, length(s.core) DESC, s.object LIMIT 1)
      AS object,
    p.*, EXISTS(SELECT 1 FROM temp.post q JOIN temp.confirmed USING(claim)
      WHERE q.office = t.office) AS accepted
  FROM (SELECT DISTINCT office, subject, status FROM temp.title_) t
    JOIN temp.core_ f USING(office)
    JOIN (SELECT office AS o, max(detail) AS institution,
        count(DISTINCT story) AS stories, count(DISTINCT site) AS sites,
        group_concat(DISTINCT date) AS dates, min(day) AS first,
        max(day) AS last, min(claim) AS claim
      FROM temp.post GROUP BY office) p ON p.o = t.office;
CREATE INDEX temp.office_of ON office(subject);
