-- Question: where do the articles contradict each other?
-- Parameters: none.  Both sides are shown, none is preferred; refuse one with
--   INSERT INTO reject(relation, subject, object, article) VALUES(...);
-- Output (of tests/articles, the first lines):
--   kind | relation | about | of | one | other | path_one | evidence_one |
--       path_other | evidence_other
--   founding | founded_on | منظمة معاهدة الأمن الجماعي |  | معاهدة الأمن
--       الجماعي 1992-05-15 | ميثاق منظمة معاهدة الأمن الجماعي 2002-10-07 |
--       19_history.txt | وتأسست منظمة معاهدة الأمن الجماعي على أساس معاهدة
--       الأمن الجماعي الموقعة في 15 مايو 1992 | 20_chair.txt | وتأسست منظمة
--       معاهدة الأمن الجماعي على أساس ميثاق منظمة معاهدة الأمن الجماعي
--       الموقع في 7 أكتوبر 2002
.read sql/reports/need.sql
.read sql/reports/parts/claims.sql
.read sql/reports/parts/versus.sql

SELECT v.kind, v.relation, v.about, v.of_ AS "of", v.one, v.other,
    a.path AS path_one, a.evidence AS evidence_one,
    b.path AS path_other, b.evidence AS evidence_other
  FROM temp.versus v JOIN claim a ON a.id = v.claim_one
    JOIN claim b ON b.id = v.claim_other ORDER BY v.n;
.headers off
SELECT '(no two statements disagree)'
  WHERE NOT EXISTS(SELECT 1 FROM temp.versus);
.headers on
