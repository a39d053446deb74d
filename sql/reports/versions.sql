-- Question: which pages were edited or deleted after they were read?
-- Parameters: :path (one page).
-- The earlier text and its facts are kept; state says which is which.
-- Output (after 07_zas.txt was deleted and 01_bishkek.txt edited):
--   path | version | state | published | mtime | words | title | mentions |
--       quotes | relations
--   01_bishkek.txt | 1 | earlier | 2025-11-27 | ... | 136 | ...
--   01_bishkek.txt | 2 | current | 2026-03-05 | ... | 18 | ...
--   07_zas.txt | 1 | deleted | 2020-01-01 | ... | 38 | ...
.read sql/reports/need.sql

SELECT path, version, state, published, mtime, words, title,
    (SELECT count(*) FROM mention m WHERE m.article = a.id) AS mentions,
    (SELECT count(*) FROM quote q WHERE q.article = a.id) AS quotes,
    (SELECT count(*) FROM relation r WHERE r.article = a.id) AS relations
  FROM article a
  WHERE path IN (SELECT path FROM article WHERE state <> 'current')
    AND (:path IS NULL OR path = :path)
  ORDER BY path, version;
.headers off
SELECT '(no page was edited or deleted)'
  WHERE NOT EXISTS(SELECT 1 FROM article WHERE state <> 'current');
.headers on
