-- Question: what does the archive hold, by site and by day, and what of the
--   folder could not be read?
-- Parameters: :from, :to (ISO days, both included), :site; each may be left.
--   .parameter set :from "'2026-01-01'"
-- stories: copies of one text count once.
-- Output (of tests/articles, the first lines):
--   site | articles | stories | words | first | last | undated
--   ? | 12 | 12 | 839 | 2013-04-11 | 2026-01-01 | 3
--   feed.example | 2 | 2 | 62 | 2021-09-16 | 2026-01-01 | 0
--   paper.example | 2 | 2 | 79 | 2022-11-23 | 2022-12-09 | 0
.read sql/reports/need.sql

DROP TABLE IF EXISTS temp.chosen;
CREATE TEMP TABLE chosen AS
  SELECT coalesce(site, '?') AS site, coalesce(day, '?') AS day, story, words,
      path, error
    FROM news
   WHERE (:site IS NULL OR site = :site)
     AND (:from IS NULL OR day >= :from)
     AND (:to IS NULL OR substr(day, 1, length(:to)) <= :to);

SELECT site, count(*) AS articles, count(DISTINCT story) AS stories,
    sum(words) AS words, min(nullif(day, '?')) AS first,
    max(nullif(day, '?')) AS last, sum(day = '?') AS undated
  FROM temp.chosen GROUP BY site ORDER BY articles DESC, site;
.print
SELECT day, site, count(*) AS articles, count(DISTINCT story) AS stories
  FROM temp.chosen GROUP BY 1, 2 ORDER BY day = '?', 1, 2;
.print
SELECT path AS unreadable, error FROM temp.chosen
  WHERE error NOTNULL ORDER BY path;
.headers off
SELECT '(no such articles)' WHERE NOT EXISTS(SELECT 1 FROM temp.chosen);
.headers on
