-- Question: everything about one person, place or institution.
-- Parameters: :name (Arabic or English name or identifier; left: the one that
--   most articles name), :limit (40).
--   .parameter set :name "'Russia'"
-- Output (of tests/articles, the first lines):
--   name | type | name_en | ref | articles | stories | mentions | first |
--       last
--   منظمة معاهدة الأمن الجماعي | ORG | Collective Security Treaty
--       Organization | Q318693 | 14 | 14 | 40 | 2003-04-28 |
--       2026-01-01T09:00:00+03:00
.read sql/reports/need.sql
.read sql/reports/parts/claims.sql
DROP TABLE IF EXISTS temp.who;
CREATE TEMP TABLE who(name PRIMARY KEY);
INSERT INTO temp.who SELECT DISTINCT name FROM name
  WHERE :name COLLATE NOCASE IN (name, own, name_en) OR ref = :name;
INSERT INTO temp.who SELECT DISTINCT name FROM name
  WHERE NOT EXISTS(SELECT 1 FROM temp.who) AND :name NOTNULL
    AND csto_key(name) = csto_key(:name) AND csto_key(name) <> '';
INSERT INTO temp.who SELECT k.name FROM name k JOIN appearance p USING(entity)
    JOIN article a ON a.id = p.article AND a.state = 'current'
  WHERE :name IS NULL AND k.type IN ('PERSON', 'ORG', 'GPE')
  GROUP BY k.name ORDER BY count(DISTINCT a.id) DESC, k.name LIMIT 1;
.headers off
SELECT '(no article names ' || coalesce(:name, 'anybody') || coalesce(
    '; names like it: ' || (SELECT group_concat(name, '، ') FROM (
      SELECT name, max(csto_similarity(name, :name)) AS alike FROM name
       WHERE type IN ('PERSON', 'ORG', 'GPE', 'LOC', 'EVENT')
       GROUP BY name HAVING alike > 0.7 ORDER BY alike DESC, name LIMIT 5)),
    '') || ')'
  WHERE NOT EXISTS(SELECT 1 FROM temp.who);
.headers on

SELECT k.name, k.type, max(k.name_en) AS name_en, max(k.ref) AS ref,
    count(DISTINCT a.id) AS articles, count(DISTINCT a.story) AS stories,
    sum(p.n) AS mentions, min(a.published) AS first, max(a.published) AS last
  FROM temp.who JOIN name k USING(name) JOIN appearance p USING(entity)
    JOIN article a ON a.id = p.article AND a.state = 'current'
  GROUP BY k.name, k.type ORDER BY articles DESC, k.name, k.type;
.print
SELECT text AS written, count(*) AS times FROM named
  WHERE name IN (SELECT name FROM temp.who)
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 15;
.print
SELECT f.relation, f.subject, f.object, f.status, f.dates, f.details,
    f.stories, c.path || ' ' || c.field || ' ' || c.start AS evidence
  FROM fact f JOIN claim c ON c.id = f.sample
  WHERE f.subject IN (SELECT name FROM temp.who)
     OR f.object IN (SELECT name FROM temp.who)
  ORDER BY f.relation, f.stories DESC, f.subject, f.object, f.status
  LIMIT coalesce(:limit, 40);
.print
SELECT substr(published, 1, 10) AS day, nullif(verb, ':') AS verb,
    replace(quote, char(10), ' ') AS quote, path
  FROM said
  WHERE speaker IN (SELECT name FROM temp.who)
  ORDER BY published IS NULL, published DESC, path, start
  LIMIT coalesce(:limit, 40);
.print
SELECT k.name AS named_with, k.type, count(DISTINCT a.story) AS stories
  FROM (SELECT DISTINCT p.article FROM temp.who JOIN name USING(name)
        JOIN appearance p USING(entity)) w
    JOIN article a ON a.id = w.article AND a.state = 'current'
    JOIN mention p ON p.article = a.id JOIN name k USING(entity)
  WHERE k.type IN ('PERSON', 'ORG', 'GPE')
    AND k.name NOT IN (SELECT name FROM temp.who)
  GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20;
.print
SELECT DISTINCT substr(published, 1, 10) AS day, site, title, path FROM named
  WHERE name IN (SELECT name FROM temp.who)
  ORDER BY published IS NULL, published DESC, path
  LIMIT coalesce(:limit, 40);
