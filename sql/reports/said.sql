-- Question: who said what, where, and in which words?
-- Parameters: :speaker (a name as in the column speaker; left: everybody),
--   :about (words that the quotation must hold, as a person types them),
--   :limit (100).
--   .parameter set :speaker "'سيرغي لافروف'"
-- Output (of tests/articles, the first lines):
--   speaker | quotations | direct | stories | first | last
--   نيكول باشينيان | 8 | 2 | 4 | 2022-11-23 | 2024-11-28
--   قاسم جومارت توكاييف | 4 | 0 | 1 | 2022-01-19 | 2022-01-20
--   day | speaker | verb | quote | place
--   2026-01-01 | سيرغي لافروف | قال | أولويات رئاسة منظمة معاهدة الأمن
--       الجماعي تشمل تطوير قدرات القوات الجماعية ومكافحة الإرهاب وتوسيع
--       الاتصالات مع الدول الأوراسية | 20_chair.txt body 247
.read sql/reports/need.sql

SELECT speaker, count(*) AS quotations, sum(direct) AS direct,
    count(DISTINCT story) AS stories, min(substr(published, 1, 10)) AS first,
    max(substr(published, 1, 10)) AS last
  FROM said WHERE speaker NOTNULL AND (:speaker IS NULL OR speaker = :speaker)
  GROUP BY speaker ORDER BY quotations DESC, speaker LIMIT 30;

WITH hit(id) AS MATERIALIZED (
  SELECT rowid FROM search WHERE :about NOTNULL
     AND search MATCH csto_query(:about)),
q AS (
  SELECT s.*, row_number() OVER (PARTITION BY story, speaker, quote
      ORDER BY published, path, field, start) AS copy
    FROM said s
   WHERE (:speaker IS NULL OR speaker = :speaker)
     AND (:about IS NULL OR article IN (SELECT id FROM hit)
       AND csto_normalize(quote) LIKE '%' || csto_normalize(:about) || '%'))
SELECT substr(published, 1, 10) AS day, coalesce(speaker, '?') AS speaker,
    verb, iif(direct, '«' || quote || '»', quote) AS quote,
    path || ' ' || field || ' ' || start AS place
  FROM q WHERE copy = 1
  ORDER BY published IS NULL, published DESC, path, field DESC, start
  LIMIT coalesce(:limit, 100);
