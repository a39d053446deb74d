-- summary.sql - what the database holds now, in a few lines.
--
-- The figures are those of the report: of the pages as they stand, names of
-- persons, bodies and places, each once in all its spellings.

CREATE TEMP TABLE count_ AS
  WITH n(x, one, many) AS (
    SELECT count(*), 'article', 'articles' FROM news
    UNION ALL SELECT count(DISTINCT story), 'story', 'stories' FROM news
    UNION ALL SELECT count(DISTINCT site), 'site', 'sites' FROM news
    UNION ALL SELECT count(*), 'name', 'names' FROM (
      SELECT DISTINCT type, name FROM name k
       WHERE type IN ('PERSON', 'ORG', 'GPE') AND EXISTS(
         SELECT 1 FROM appearance p WHERE p.entity = k.entity
          AND p.article NOT IN (
            SELECT id FROM article WHERE state <> 'current')))
    UNION ALL SELECT count(*), 'quotation', 'quotations' FROM quote q
      JOIN article a ON a.id = q.article AND a.state = 'current'
    UNION ALL SELECT count(*), 'statement', 'statements' FROM claim)
  SELECT one AS k, x || ' ' || iif(x = 1, one, many) AS t FROM n;
SELECT printf('%s (%s) of %s, %s to %s; %d words',
    (SELECT t FROM temp.count_ WHERE k = 'article'),
    (SELECT t FROM temp.count_ WHERE k = 'story'),
    (SELECT t FROM temp.count_ WHERE k = 'site'), coalesce(min(day), '?'),
    coalesce(max(day), '?'), coalesce(sum(words), 0)) FROM news;
SELECT printf('%s of persons, bodies and places; %s, %s',
    (SELECT t FROM temp.count_ WHERE k = 'name'),
    (SELECT t FROM temp.count_ WHERE k = 'quotation'),
    (SELECT t FROM temp.count_ WHERE k = 'statement'));
DROP TABLE temp.count_;
SELECT printf('%d could not be read: see sql/reports/coverage.sql', n)
  FROM (SELECT count(*) AS n FROM news WHERE error NOTNULL) WHERE n;
SELECT printf('%d %s no safe date', n, iif(n = 1, 'has', 'have'))
  FROM (SELECT count(*) AS n FROM news WHERE day IS NULL AND error IS NULL)
  WHERE n;
SELECT printf('kept: %d earlier %s, %d deleted %s', e,
    iif(e = 1, 'version', 'versions'), d, iif(d = 1, 'page', 'pages'))
  FROM (SELECT sum(state = 'earlier') AS e, sum(state = 'deleted') AS d
    FROM main.article) WHERE e + d;
