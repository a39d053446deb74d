-- edges.sql - temp.edge: names of temp.node that stand in one story.
--
-- Parameter: :together (stories in common, at least 2).  Copies of a story
-- count once.  lift = P(a and b) / (P(a) P(b)): 1 is chance.  A name that
-- holds the other one (ريال مدريد, مدريد), or all its words, is no pair with it.

.read sql/reports/parts/live.sql
DROP TABLE IF EXISTS temp.seen_in;
CREATE TEMP TABLE seen_in AS
  SELECT DISTINCT n.rowid AS node, a.story
    FROM name k CROSS JOIN temp.node n ON n.name = k.name AND n.type = k.type
      JOIN appearance p USING(entity)
      JOIN temp.live a ON a.id = p.article;
CREATE INDEX temp.seen_in_story ON seen_in(story, node);
-- Names all words of which another one has, with the article or without.
DROP TABLE IF EXISTS temp.word_of_;
CREATE TEMP TABLE word_of_ AS
  SELECT DISTINCT n.rowid AS node, value AS word FROM temp.node n, json_each('["'
    || replace(replace(replace(replace(' ' || csto_normalize(n.name), '"',
      ''), '\', ''), ' ال', ' '), ' ', '","') || '"]') WHERE value <> '';
CREATE INDEX temp.word_of_word ON word_of_(word);
DROP TABLE IF EXISTS temp.part_of_;
CREATE TEMP TABLE part_of_ AS
  SELECT x.node AS a, y.node AS b FROM temp.word_of_ x JOIN temp.word_of_ y
    ON y.word = x.word AND y.node <> x.node
   GROUP BY 1, 2 HAVING count(*) = (SELECT count(*) FROM temp.word_of_ w
    WHERE w.node = x.node);
DROP TABLE IF EXISTS temp.edge;
CREATE TEMP TABLE edge AS
  SELECT x.node AS a, y.node AS b, count(*) AS together,
      round(1.0 * count(*) * (SELECT count(DISTINCT story) FROM news)
        / max(m.stories) / max(n.stories), 2) AS lift
    FROM temp.seen_in x JOIN temp.seen_in y
      ON y.story = x.story AND y.node > x.node
      JOIN temp.node m ON m.rowid = x.node JOIN temp.node n ON n.rowid = y.node
   GROUP BY x.node, y.node HAVING together >= coalesce(:together, 2)
    AND NOT instr(' ' || max(m.name) || ' ', ' ' || max(n.name) || ' ')
    AND NOT instr(' ' || max(n.name) || ' ', ' ' || max(m.name) || ' ')
    AND NOT EXISTS(SELECT 1 FROM temp.part_of_ p
      WHERE p.a IN (x.node, y.node) AND p.b IN (x.node, y.node));
