-- Question: what does the archive hold, by site and by day?
-- Parameters: :from, :to (ISO days, both included), :site; each may be left.
--   .parameter set :from "'2026-01-01'"
-- stories: copies of one text count once.
-- Output (of tests/articles, the first lines):
--   site | articles | stories | words | first | last | undated
--   ? | 12 | 12 | 839 | 2013-04-11 | 2026-01-01 | 3
--   feed.example | 2 | 2 | 62 | 2021-09-16 | 2026-01-01 | 0
--   أرشيف المثال | 2 | 2 | 72 | 2003-04-28 | 2017-05-02 | 0
.read sql/reports/need.sql

SELECT coalesce(site, '?') AS site, count(*) AS articles,
    count(DISTINCT story) AS stories, sum(words) AS words,
    min(day) AS first, max(day) AS last, sum(published IS NULL) AS undated
  FROM news
  WHERE (:site IS NULL OR site = :site)
    AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to)
  GROUP BY 1 ORDER BY articles DESC, site;

SELECT coalesce(day, '?') AS day, coalesce(site, '?') AS site,
    count(*) AS articles, count(DISTINCT story) AS stories
  FROM news
  WHERE (:site IS NULL OR site = :site)
    AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to)
  GROUP BY 1, 2 ORDER BY 1, 2;
