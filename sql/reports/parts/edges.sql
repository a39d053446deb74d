-- edges.sql - temp.edge: names of temp.node that stand in one story.
--
-- Parameter: :together (stories in common, at least 2).  Copies of a story
-- count once.  lift = P(a and b) / (P(a) P(b)): 1 is chance.  A name that
-- holds the other one (ريال مدريد, مدريد) is no pair with it.

.read sql/reports/parts/live.sql
DROP TABLE IF EXISTS temp.seen_in;
CREATE TEMP TABLE seen_in AS
  SELECT DISTINCT n.rowid AS node, a.story
    FROM name k CROSS JOIN temp.node n ON n.name = k.name AND n.type = k.type
      JOIN appearance p USING(entity)
      JOIN temp.live a ON a.id = p.article;
CREATE INDEX temp.seen_in_story ON seen_in(story, node);
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
    AND NOT instr(' ' || max(n.name) || ' ', ' ' || max(m.name) || ' ');
