-- Question: which articles are copies of one text, and who had it first?
-- Parameters: :site (stories that this site took part in), :limit (200).
-- Articles that share at least two fifths of their sampled shingles are one
-- story (table copy holds all pairs from a fifth on, with both figures); the
-- earliest published stands first.  shared: of the sample, in percent,
-- with the closest other copy; distance: differing bits of the simhashes.
-- Output (of tests/articles, the first lines):
--   story | n | published | site | title | shared | distance | path
--   1 | 1 | 2022-01-19 |  | اكتمال انسحاب قوات حفظ السلام الجماعية من
--       كازاخستان | 95 | 2 | 03_withdrawal_agency.txt
--   1 | 2 | 2022-01-20T09:15 | صحيفة المثال | قوات حفظ السلام الجماعية تغادر
--       كازاخستان بالكامل | 95 | 2 | 04_withdrawal_paper.txt
.read sql/reports/need.sql

WITH member AS (
  SELECT story, count(*) OVER (PARTITION BY story) AS copies, id, published,
    site, path, title,
    row_number() OVER (PARTITION BY story
      ORDER BY published IS NULL, published, path) AS n
    FROM news),
story AS (
  SELECT min(path) AS first_path, story, copies FROM member
   WHERE copies > 1 AND n = 1
     AND (:site IS NULL OR story IN (SELECT story FROM news
                                      WHERE site = :site))
   GROUP BY story, copies),
close_ AS (
  SELECT id, max(100 * shared / sample) AS shared, min(distance) AS distance
    FROM (SELECT article AS id, shared, sample, distance FROM copy
          UNION ALL SELECT other, shared, sample, distance FROM copy)
   GROUP BY id)
SELECT dense_rank() OVER (ORDER BY copies DESC, first_path) AS story, n,
    published, site, title, shared, distance, path
  FROM story JOIN member USING(story, copies) LEFT JOIN close_ USING(id)
  ORDER BY copies DESC, first_path, n LIMIT coalesce(:limit, 200);
