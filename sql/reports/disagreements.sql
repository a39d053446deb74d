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

SELECT d.kind, d.relation, d.about, d.of_ AS "of", d.one, d.other,
    a.path AS path_one, a.evidence AS evidence_one,
    b.path AS path_other, b.evidence AS evidence_other
  FROM disagreement d JOIN claim a ON a.id = d.claim_one
    JOIN claim b ON b.id = d.claim_other
  -- not two spellings, nor the short and the full form of one name
  WHERE d.kind NOT IN ('holder', 'capital')
     OR csto_similarity(d.one, d.other) < 0.75 AND NOT instr(d.one, d.other)
        AND NOT instr(d.other, d.one)
        -- nor a country and its capital in its stead
        AND NOT EXISTS(SELECT 1 FROM claim c
          WHERE c.relation = 'capital_of' AND d.kind = 'holder'
            AND c.subject IN (d.one, d.other)
            AND c.object IN (d.one, d.other))
  GROUP BY d.kind, d.relation, d.about, d.of_, d.one, d.other
  HAVING a.path = min(a.path)
  ORDER BY d.kind, d.about, d.of_, d.one, d.other, a.path, b.path;
.headers off
SELECT '(no two statements disagree)'
  WHERE NOT EXISTS(SELECT 1 FROM disagreement);
.headers on
