-- finish.sql - the last step of a run: copies, stories and names.
--
-- A near-copy shares at least a fifth of the sampled word shingles of the
-- text with the smaller sample, and four (two texts of a few lines share a
-- long name).  Only texts that share a shingle are
-- compared; where one stands in more than 40 articles, each is compared with
-- the first of them alone, so the join stays in proportion to the copies
-- there are.  A story is a chain of copies that share two fifths or more (so
-- that a template filled in anew each day makes no chain); it is named after
-- the earliest published.  Nothing is done when nothing changed.
--
-- Names: those of one type that the normalization makes equal are one (أميركي
-- is أمريكي), and persons' names of two words or more that csto_key makes
-- equal (of three, with and without an article).  A person's full name that goes on with بن or آل where the short one
-- of two names ends is the same person when the texts know only one such line
-- of names.  Two who hold one office (its first word) of one institution are
-- one where their names are alike word by word, or one has all the words of
-- the other and the same last one (أسعد حسن الشيباني, أسعد الشيباني).  A
-- forename alone is never taken for anybody.

BEGIN IMMEDIATE;
CREATE TEMP TABLE changed AS SELECT 1 AS yes
  WHERE EXISTS(SELECT 1 FROM main.article
                WHERE state = 'current' AND story IS NULL)
     OR EXISTS(SELECT 1 FROM main.copy c JOIN main.article a
                ON a.id IN (c.article, c.other) WHERE a.state <> 'current');

-- Articles by path, so that the order of reading changes nothing.
CREATE TEMP TABLE ord(id INTEGER PRIMARY KEY, o INTEGER, sample INTEGER);
INSERT INTO temp.ord(id, o)
  SELECT id, row_number() OVER (ORDER BY path) FROM main.article
   WHERE state = 'current' AND EXISTS(SELECT 1 FROM temp.changed);
-- The shingles of two articles or more, and where they stand.
CREATE TEMP TABLE repeated(shingle INTEGER PRIMARY KEY);
INSERT INTO temp.repeated
  SELECT shingle FROM main.shingle
   WHERE EXISTS(SELECT 1 FROM temp.changed)
   GROUP BY shingle HAVING count(*) > 1;
CREATE TEMP TABLE common(shingle INTEGER, o INTEGER, PRIMARY KEY(shingle, o))
  WITHOUT ROWID;
INSERT INTO temp.common
  SELECT s.shingle, r.o FROM main.shingle s
    CROSS JOIN temp.repeated c ON c.shingle = s.shingle
    CROSS JOIN temp.ord r ON r.id = s.article ORDER BY 1, 2;
CREATE TEMP TABLE spread(shingle INTEGER PRIMARY KEY, n INTEGER,
  first INTEGER);
INSERT INTO temp.spread
  SELECT shingle, count(*), min(o) FROM temp.common GROUP BY shingle;
CREATE UNIQUE INDEX temp.ord_o ON ord(o);

CREATE TEMP TABLE pair(o1 INTEGER, o2 INTEGER, shared INTEGER);
INSERT INTO temp.pair
  SELECT o1, o2, count(*) AS shared FROM (
    SELECT s.o AS o1, t.o AS o2
      FROM temp.spread c CROSS JOIN temp.common s ON s.shingle = c.shingle
        CROSS JOIN temp.common t ON t.shingle = s.shingle AND t.o > s.o
     WHERE c.n BETWEEN 2 AND 40
    UNION ALL
    SELECT c.first, s.o
      FROM temp.spread c CROSS JOIN temp.common s ON s.shingle = c.shingle
     WHERE c.n > 40 AND s.o > c.first)
  GROUP BY o1, o2 HAVING shared > 3;
UPDATE temp.ord SET sample =
    (SELECT count(*) FROM main.shingle s WHERE s.article = ord.id)
  WHERE o IN (SELECT o1 FROM temp.pair UNION SELECT o2 FROM temp.pair);

DELETE FROM main.copy WHERE EXISTS(SELECT 1 FROM temp.changed);
INSERT INTO main.copy(article, other, shared, sample, distance)
  SELECT min(x.id, y.id), max(x.id, y.id), shared, min(x.sample, y.sample),
    csto_distance(a.simhash, b.simhash)
  FROM temp.pair CROSS JOIN temp.ord x ON x.o = o1
    CROSS JOIN temp.ord y ON y.o = o2
    JOIN main.article a ON a.id = x.id JOIN main.article b ON b.id = y.id
  WHERE shared * 5 >= min(x.sample, y.sample);

-- Chains of copies: each article takes the first of those it reaches.  `head`
-- is the first that is known so far, by its place o; in each round the head of
-- an article takes the least head of the articles linked to those under it,
-- and every article the head of its head, so that a few rounds are enough
-- for chains of any length and a story of any number of copies.
CREATE TEMP TABLE chain(o INTEGER PRIMARY KEY, id INTEGER UNIQUE,
  head INTEGER);
INSERT INTO temp.chain
  SELECT row_number() OVER w, id, row_number() OVER w
    FROM main.article WHERE id IN (
      SELECT article FROM main.copy WHERE shared * 5 >= sample * 2
      UNION SELECT other FROM main.copy WHERE shared * 5 >= sample * 2)
  WINDOW w AS (ORDER BY published IS NULL, published, path);
CREATE TEMP TABLE link(a INTEGER, b INTEGER);
INSERT INTO temp.link
  SELECT x.o, y.o FROM main.copy JOIN temp.chain x ON x.id = article
    JOIN temp.chain y ON y.id = other WHERE shared * 5 >= sample * 2;
CREATE TEMP TABLE round(n INTEGER);
CREATE TEMP TRIGGER another AFTER INSERT ON round BEGIN
  UPDATE chain SET head = least FROM (
      SELECT max(x.head, y.head) AS root, min(min(x.head, y.head)) AS least
        FROM link JOIN chain x ON x.o = a JOIN chain y ON y.o = b
       WHERE x.head <> y.head GROUP BY 1)
    WHERE o = root AND head > least;
  UPDATE chain SET head = (SELECT h.head FROM chain h WHERE h.o = chain.head);
  INSERT INTO round SELECT new.n + 1 WHERE EXISTS(
    SELECT 1 FROM link JOIN chain x ON x.o = a JOIN chain y ON y.o = b
     WHERE x.head <> y.head);
END;
PRAGMA recursive_triggers = ON;
INSERT INTO temp.round SELECT 1 WHERE EXISTS(SELECT 1 FROM temp.link);
PRAGMA recursive_triggers = OFF;
UPDATE main.article SET story = head FROM (
    SELECT a.id AS member, coalesce(h.id, a.id) AS head FROM main.article a
      LEFT JOIN temp.chain c ON c.id = a.id
      LEFT JOIN temp.chain h ON h.o = c.head
     WHERE a.state = 'current' AND EXISTS(SELECT 1 FROM temp.changed))
  WHERE id = member AND story IS NOT head;

-- Names and how many articles write them; as they were where the articles are.
CREATE TEMP TABLE present AS SELECT count(*) || ' ' || total(id) AS articles
  FROM main.article WHERE state = 'current';
CREATE TEMP TABLE renamed AS SELECT 1 AS yes
  WHERE EXISTS(SELECT 1 FROM temp.changed)
     OR (SELECT articles FROM temp.present) IS NOT
        (SELECT value FROM main.csto_meta WHERE key = 'names of');
CREATE TEMP TABLE spelt(name TEXT, type TEXT, n INTEGER, ref TEXT, key TEXT,
  PRIMARY KEY(name, type)) WITHOUT ROWID;
INSERT INTO temp.spelt
  SELECT e.name, e.type, count(DISTINCT a.id), max(e.ref),
    iif(e.type = 'PERSON' AND instr(e.name, ' '), csto_key(
      iif(e.name GLOB '* * *', replace(e.name, ' ال', ' '), e.name)),
      replace(csto_normalize(e.name), 'اميرك', 'امريك'))
  FROM main.entity e JOIN main.appearance p ON p.entity = e.id
    JOIN main.article a ON a.id = p.article AND a.state = 'current'
  WHERE EXISTS(SELECT 1 FROM temp.renamed)
    AND e.type IN ('PERSON', 'ORG', 'GPE', 'LOC', 'EVENT', 'DOC')
    AND e.name <> '' GROUP BY e.name, e.type;
-- A name of two types stays as it is, so do those of two known things (عُمان
-- and عمّان).
DELETE FROM temp.spelt WHERE key = '' OR name IN
  (SELECT name FROM temp.spelt GROUP BY name HAVING count(*) > 1)
  OR (type, key) IN (SELECT type, key FROM temp.spelt WHERE ref <> ''
    GROUP BY type, key HAVING count(DISTINCT ref) > 1);
CREATE TEMP TABLE one(name TEXT PRIMARY KEY, type TEXT, n INTEGER,
  canonical TEXT) WITHOUT ROWID;
INSERT INTO temp.one
  SELECT name, type, n, first_value(name) OVER (
    PARTITION BY type, key ORDER BY n DESC, name) FROM temp.spelt;

-- Full names, each with the short names that it goes on from.
CREATE TEMP TABLE longer(short TEXT, full TEXT, PRIMARY KEY(short, full))
  WITHOUT ROWID;
INSERT OR IGNORE INTO temp.longer
  WITH f AS (SELECT name, instr(name, ' بن ') + 4 AS son FROM temp.one
    WHERE type = 'PERSON' AND name = canonical AND instr(name, ' بن ')),
  g AS (SELECT name, substr(name, 1,
      son + instr(substr(name, son), column1) - 2) AS short
    FROM f, (VALUES(' بن '), (' آل ')) WHERE instr(substr(name, son), column1))
  SELECT g.short, g.name FROM g JOIN temp.one s ON s.name = g.short
   WHERE s.type = 'PERSON' AND s.name = s.canonical;
-- Two ways to go on: two persons, perhaps.  Else one article must know both,
-- but for the family's name (آل) behind a name with its father's.
DELETE FROM temp.longer WHERE short IN (
    SELECT l.short FROM temp.longer l JOIN temp.longer m USING(short)
     WHERE m.full > l.full AND substr(m.full, 1, length(l.full)) <> l.full)
  OR full NOT LIKE short || ' آل %'
    AND NOT EXISTS(SELECT 1 FROM main.entity s JOIN main.appearance p
      ON p.entity = s.id JOIN main.appearance q ON q.article = p.article
      JOIN main.entity e ON e.id = q.entity
    WHERE s.name = short AND e.name = full AND s.type = 'PERSON'
      AND e.type = 'PERSON');
-- The first short name of each line of names, then the name used most.
CREATE TEMP TABLE line(name TEXT PRIMARY KEY, short TEXT) WITHOUT ROWID;
INSERT INTO temp.line SELECT full, min(short) FROM temp.longer GROUP BY full;
INSERT OR IGNORE INTO temp.line SELECT short, short FROM temp.line;
UPDATE temp.one SET canonical = (
    SELECT o.name FROM temp.line m JOIN temp.one o ON o.name = m.name
     WHERE m.short = (SELECT short FROM temp.line WHERE name = one.canonical)
     ORDER BY o.n DESC, o.name LIMIT 1)
  WHERE canonical IN (SELECT name FROM temp.line);
-- Who holds an office of an institution, or where none is told one of more
-- than a word ("/minister of culture"); words: of the name, as JSON.
CREATE TEMP TABLE holder(name TEXT, n INTEGER, office TEXT, of_ TEXT,
  plain TEXT, words TEXT, PRIMARY KEY(of_, office, name)) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.holder
  SELECT c.name, c.n, rtrim(substr(title, 1, instr(title || ' ', ' ') - 1),
      'ا'), coalesce(detail, '/' || title), csto_normalize(c.name),
    '["' || replace(replace(' ' || csto_normalize(c.name), ' ال', ' '), ' ',
      '","') || '"]'
  FROM (SELECT DISTINCT o.canonical AS who, r.detail, substr(replace(
        ' ' || csto_normalize(r.object), ' ال', ' '), 2) AS title
      FROM main.relation r JOIN main.article a ON a.id = r.article
         AND a.state = 'current'
        JOIN temp.one o ON o.name = r.subject AND o.type = 'PERSON'
     WHERE r.relation = 'holds_post')
    JOIN temp.one c ON c.name = who
  WHERE (detail NOTNULL OR title GLOB '* *') AND c.name GLOB '* *' AND c.name NOT GLOB '*["\]*';
-- The one that more articles write; of two like one, that which is likest.
CREATE TEMP TABLE like_(name TEXT PRIMARY KEY, other TEXT) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.like_
  SELECT a.name, b.name
    FROM temp.holder a JOIN temp.holder b ON b.of_ = a.of_
     AND b.office = a.office AND b.name <> a.name
     AND (b.n > a.n OR b.n = a.n AND b.name < a.name)
   WHERE b.plain GLOB replace(a.plain, ' ', ' *') AND a.plain NOT GLOB '* بن *'
      OR a.plain GLOB replace(b.plain, ' ', ' *') AND b.plain NOT GLOB '* بن *'
      OR a.of_ NOT GLOB '/*' AND csto_similarity(a.name, b.name) >= 0.85
        AND json_array_length(a.words) = json_array_length(b.words)
        AND NOT EXISTS(SELECT 1 FROM json_each(a.words) x
          JOIN json_each(b.words) y ON y.key = x.key
          WHERE csto_similarity(x.value, y.value) < 0.72)
   ORDER BY a.name, csto_similarity(a.name, b.name) DESC, b.n DESC, b.name;
-- A name like two that are not like each other is like neither.
DELETE FROM temp.like_ WHERE name IN (
  SELECT a.name FROM temp.holder a JOIN temp.holder b ON b.of_ = a.of_
      AND b.office = a.office AND b.plain GLOB replace(a.plain, ' ', ' *')
    JOIN temp.holder c ON c.of_ = a.of_ AND c.office = a.office
      AND c.plain GLOB replace(a.plain, ' ', ' *')
   WHERE b.name < c.name AND a.name NOT IN (b.name, c.name)
     AND NOT b.plain GLOB replace(c.plain, ' ', ' *')
     AND NOT c.plain GLOB replace(b.plain, ' ', ' *')
     AND csto_similarity(b.name, c.name) < 0.85);
UPDATE temp.like_ AS l SET other = m.other FROM temp.like_ m
  WHERE m.name = l.other;
UPDATE temp.like_ AS l SET other = m.other FROM temp.like_ m
  WHERE m.name = l.other;
UPDATE temp.one SET canonical = (SELECT other FROM temp.like_
    WHERE name = one.canonical)
  WHERE type = 'PERSON' AND canonical IN (SELECT name FROM temp.like_);
DELETE FROM main.same_name WHERE EXISTS(SELECT 1 FROM temp.renamed);
INSERT INTO main.same_name
  SELECT name, canonical FROM temp.one WHERE name <> canonical;
INSERT OR REPLACE INTO main.csto_meta SELECT 'names of', articles
  FROM temp.present;
DROP TABLE IF EXISTS main.csto_todo;
COMMIT;
PRAGMA optimize;
