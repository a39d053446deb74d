-- Question: who said what, where, and in which words?
-- Parameters: :speaker (a name as in the column speaker; left: everybody),
--   :about (words that the quotation must hold, as a person types them),
--   :limit (100).
--   .parameter set :speaker "'سيرغي لافروف'"
-- One saying that copies of a story repeat counts once.
-- Output (of tests/articles, the first lines):
--   speaker | quotations | direct | stories | first | last
--   نيكول باشينيان | 8 | 2 | 4 | 2022-11-23 | 2024-11-28
--   ستانيسلاف زاس | 4 | 1 | 4 | 2022-05-15 | 2022-10-07
--
--   day | speaker | verb | quote | place
--   2026-01-01 | سيرغي لافروف | قال | أولويات رئاسة منظمة معاهدة الأمن
--       الجماعي تشمل تطوير قدرات القوات الجماعية ومكافحة الإرهاب وتوسيع
--       الاتصالات مع الدول الأوراسية | 20_chair.txt body 247
.read sql/reports/need.sql

DROP TABLE IF EXISTS temp.saying;
CREATE TEMP TABLE saying AS
  WITH q AS (
    SELECT s.*, row_number() OVER (PARTITION BY story, speaker, quote
        ORDER BY published IS NULL, published, path, field, start) AS copy
      FROM said s
     WHERE (:speaker IS NULL OR speaker = :speaker
         OR speaker IN (SELECT name FROM name WHERE :speaker COLLATE NOCASE
        IN (own, name_en)))
       AND (:about IS NULL
         OR instr(csto_normalize(quote), csto_normalize(:about))))
  SELECT substr(published, 1, 10) AS day, speaker, nullif(verb, ':') AS verb,
      quote, direct, story, path, field, start
    FROM q WHERE copy = 1;

SELECT speaker, count(*) AS quotations, sum(direct) AS direct,
    count(DISTINCT story) AS stories, min(day) AS first, max(day) AS last
  FROM temp.saying WHERE speaker NOTNULL
  GROUP BY speaker ORDER BY quotations DESC, speaker LIMIT 30;
.print
SELECT day, coalesce(speaker, '?') AS speaker, verb,
    replace(iif(direct, '«' || quote || '»', quote), char(10), ' ') AS quote,
    path || ' ' || field || ' ' || start AS place
  FROM temp.saying
  ORDER BY day IS NULL, day DESC, path, field DESC, start
  LIMIT coalesce(:limit, 100);
.headers off
SELECT '(no such quotation)' WHERE NOT EXISTS(SELECT 1 FROM temp.saying);
.headers on
