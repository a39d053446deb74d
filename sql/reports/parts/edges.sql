-- edges.sql - temp.node and temp.edge: names that stand in one article.
--
-- Parameters: :types (JSON, default ["PERSON","ORG","GPE"]), :nodes (the most
-- frequent names, 200), :together (articles in common, at least 2).  Stories
-- are counted, not copies.  lift = P(a and b) / (P(a) P(b)): 1 is chance.

DROP TABLE IF EXISTS temp.seen_in;
DROP TABLE IF EXISTS temp.node;
DROP TABLE IF EXISTS temp.edge;
CREATE TEMP TABLE node AS
  SELECT k.name, k.type, max(k.name_en) AS name_en, max(k.ref) AS ref,
      count(DISTINCT a.story) AS stories
    FROM name k JOIN appearance p USING(entity)
      JOIN article a ON a.id = p.article AND a.state = 'current'
   WHERE k.type IN (SELECT value FROM json_each(
      coalesce(:types, '["PERSON","ORG","GPE"]')))
   GROUP BY k.name, k.type HAVING stories > 1
   ORDER BY stories DESC, k.name, k.type LIMIT coalesce(:nodes, 200);
CREATE TEMP TABLE seen_in AS
  SELECT DISTINCT n.rowid AS node, a.story
    FROM name k CROSS JOIN temp.node n ON n.name = k.name AND n.type = k.type
      JOIN appearance p USING(entity)
      JOIN article a ON a.id = p.article AND a.state = 'current';
CREATE INDEX temp.seen_in_story ON seen_in(story, node);
CREATE TEMP TABLE edge AS
  SELECT x.node AS a, y.node AS b, count(*) AS together,
      round(1.0 * count(*) * (SELECT count(DISTINCT story) FROM news)
        / max(m.stories) / max(n.stories), 2) AS lift
    FROM temp.seen_in x JOIN temp.seen_in y
      ON y.story = x.story AND y.node > x.node
      JOIN temp.node m ON m.rowid = x.node JOIN temp.node n ON n.rowid = y.node
   GROUP BY x.node, y.node HAVING together >= coalesce(:together, 2);
