-- Question: everything about one person, place or institution.
-- Parameters: :name (Arabic or English name or identifier; default
--   منظمة معاهدة الأمن الجماعي), :limit (40).
--   .parameter set :name "'Russia'"
-- Output (of tests/articles, the first lines):
--   name | type | name_en | ref | articles | stories | mentions | first |
--       last
--   منظمة معاهدة الأمن الجماعي | ORG | Collective Security Treaty
--       Organization | Q318693 | 14 | 14 | 39 | 2003-04-28 |
--       2026-01-01T09:00:00+03:00
.read sql/reports/need.sql
DROP TABLE IF EXISTS temp.who;
CREATE TEMP TABLE who AS SELECT DISTINCT name FROM name
  WHERE coalesce(:name, 'منظمة معاهدة الأمن الجماعي')
     IN (name, own, name_en, ref);
INSERT INTO temp.who SELECT DISTINCT name FROM name
  WHERE NOT EXISTS(SELECT 1 FROM temp.who)
    AND csto_key(name) = csto_key(:name);

SELECT k.name, k.type, max(k.name_en) AS name_en, max(k.ref) AS ref,
    count(DISTINCT a.id) AS articles, count(DISTINCT a.story) AS stories,
    sum(p.n) AS mentions, min(a.published) AS first, max(a.published) AS last
  FROM temp.who JOIN name k USING(name) JOIN appearance p USING(entity)
    JOIN article a ON a.id = p.article AND a.state = 'current'
  GROUP BY k.name, k.type ORDER BY articles DESC, k.name, k.type;

SELECT text AS written, count(*) AS times FROM named
  WHERE name IN (SELECT name FROM temp.who)
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 15;

SELECT relation, subject, object, status, dates, details, stories,
    (SELECT path || ' ' || field || ' ' || start FROM claim
      WHERE claim.id = fact.sample) AS evidence
  FROM fact
  WHERE subject IN (SELECT name FROM temp.who)
     OR object IN (SELECT name FROM temp.who)
  ORDER BY relation, stories DESC, subject, object, status
  LIMIT coalesce(:limit, 40);

SELECT substr(published, 1, 10) AS day, verb, quote, path FROM said
  WHERE speaker IN (SELECT name FROM temp.who)
  ORDER BY published IS NULL, published DESC, path, start
  LIMIT coalesce(:limit, 40);

SELECT k.name AS named_with, k.type, count(DISTINCT a.story) AS stories
  FROM (SELECT DISTINCT p.article FROM temp.who JOIN name USING(name)
        JOIN appearance p USING(entity)) w
    JOIN article a ON a.id = w.article AND a.state = 'current'
    JOIN mention p ON p.article = a.id JOIN name k USING(entity)
  WHERE k.type IN ('PERSON', 'ORG', 'GPE')
    AND k.name NOT IN (SELECT name FROM temp.who)
  GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20;

SELECT DISTINCT substr(published, 1, 10) AS day, site, title, path FROM named
  WHERE name IN (SELECT name FROM temp.who)
  ORDER BY published IS NULL, published DESC, path
  LIMIT coalesce(:limit, 40);
