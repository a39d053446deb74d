-- finish.sql - the last step of a run: copies and stories.
--
-- A near-copy shares at least a fifth of the sampled word shingles of the
-- text with the smaller sample, and four (two texts of a few lines share a
-- long name).  Only texts that share a shingle are
-- compared; where one stands in more than 40 articles, each is compared with
-- the first of them alone, so the join stays in proportion to the copies
-- there are.  A story is a chain of copies that share two fifths or more (so
-- that a template filled in anew each day makes no chain); it is named after
-- the earliest published.  Nothing is done when nothing changed.

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

-- Chains of copies: each article takes the first of those it reaches.
CREATE TEMP TABLE link(a INTEGER, b INTEGER, PRIMARY KEY(a, b)) WITHOUT ROWID;
INSERT INTO temp.link
  SELECT article, other FROM main.copy WHERE shared * 5 >= sample * 2
  UNION
  SELECT other, article FROM main.copy WHERE shared * 5 >= sample * 2;
CREATE TEMP TABLE chain(id INTEGER PRIMARY KEY, head INTEGER);
INSERT OR IGNORE INTO temp.chain
  WITH RECURSIVE first(o, id) AS (
    SELECT row_number() OVER (ORDER BY published IS NULL, published, path), id
      FROM main.article WHERE id IN (SELECT a FROM temp.link)),
  reach(head, id) AS (
    SELECT id, id FROM first
    UNION
    SELECT head, b FROM reach JOIN temp.link ON a = reach.id)
  SELECT reach.id, reach.head FROM reach JOIN first ON first.id = reach.head
   ORDER BY reach.id, first.o;
UPDATE main.article SET story =
    coalesce((SELECT head FROM temp.chain WHERE chain.id = article.id), id)
  WHERE EXISTS(SELECT 1 FROM temp.changed) AND state = 'current'
    AND story IS NOT coalesce((SELECT head FROM temp.chain
                                WHERE chain.id = article.id), id);
DROP TABLE IF EXISTS main.csto_todo;
COMMIT;
PRAGMA optimize;
