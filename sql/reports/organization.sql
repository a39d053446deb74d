-- Question: how does an organization stand? Members, former members, chair
--   with period and slogan, secretaries general, bodies, founding treaty,
--   priorities and threats as stated, each with its evidence; disagreements
--   between articles side by side.
-- Parameters: :org (Arabic or English name or identifier; default
--   منظمة معاهدة الأمن الجماعي).
--   .parameter set :org "'الأمم المتحدة'"
-- Output (of tests/articles, the first lines):
--   organization | articles | statements
--   منظمة معاهدة الأمن الجماعي | 14 | 29
--   section | who | what | date | status | stories | first | last | place |
--       evidence
--   member | أرمينيا |  |  | current | 2 | 2022-05-15 | 2025-11-27 |
--       01_bishkek.txt body 746 | وتضم المنظمة أرمينيا وبيلاروسيا وكازاخستان
--       وقرغيزستان وروسيا وطاجيكستان
--   former | أوزبكستان |  | 2012 | former | 1 | 2022-05-15 | 2022-05-15 |
--       19_history.txt body 236 | وانسحبت أوزبكستان من منظمة معاهدة الأمن
--       الجماعي عام 2012
--   chair | قيرغيزستان |  | 2025 | current | 1 | 2026-01-01 | 2026-01-01 |
--       20_chair.txt body 149 | قيرغيزستان ترأس منظمة معاهدة الأمن الجماعي
--       في عام 2025
.read sql/reports/need.sql
DROP TABLE IF EXISTS temp.about;
CREATE TEMP TABLE about AS SELECT coalesce(
  (SELECT name FROM name WHERE type = 'ORG' AND coalesce(:org,
     'منظمة معاهدة الأمن الجماعي') IN (name, own, name_en, ref)
   ORDER BY name LIMIT 1),
  (SELECT name FROM name WHERE type = 'ORG' AND csto_key(own) = csto_key(:org)
   ORDER BY name LIMIT 1),
  :org, 'منظمة معاهدة الأمن الجماعي') AS name;
.read sql/reports/parts/profile.sql

SELECT name AS organization,
    (SELECT count(DISTINCT article) FROM named
      WHERE named.name = about.name) AS articles,
    (SELECT count(*) FROM temp.profile) AS statements FROM temp.about;

SELECT p.section, p.who, replace(coalesce(p.what, ''), char(10), ' ') AS what,
    p.date, p.status, count(DISTINCT a.story) AS stories,
    substr(min(a.published), 1, 10) AS first,
    substr(max(a.published), 1, 10) AS last,
    min(a.path || ' ' || p.field || ' ' || p.start) AS place,
    min(p.evidence) AS evidence
  FROM temp.profile p JOIN article a ON a.id = p.article
  GROUP BY p.section, p.who, p.what, p.date, p.status
  ORDER BY CASE p.section WHEN 'member' THEN 1 WHEN 'former' THEN 2
      WHEN 'candidate' THEN 3 WHEN 'chair' THEN 4 WHEN 'slogan' THEN 5
      WHEN 'secretary' THEN 6 WHEN 'officer' THEN 7 WHEN 'body' THEN 8
      WHEN 'founding' THEN 9 WHEN 'signing' THEN 10 WHEN 'priority' THEN 11
      WHEN 'stance' THEN 12 ELSE 13 END,
    stories DESC, p.date, p.who, what, p.status;

SELECT 'threat' AS section, t.text AS sentence, a.path, t.start
  FROM temp.threat t JOIN article a ON a.id = t.article
  ORDER BY a.published IS NULL, a.published DESC, a.path, t.start LIMIT 40;

SELECT 'disagreement' AS section, d.kind, d.about, d.of_ AS "of", d.one,
    d.other, a.path AS path_one, a.evidence AS evidence_one,
    b.path AS path_other, b.evidence AS evidence_other
  FROM disagreement d JOIN claim a ON a.id = d.claim_one
    JOIN claim b ON b.id = d.claim_other
  WHERE (SELECT name FROM temp.about) IN (d.about, d.of_)
    AND (d.kind NOT IN ('holder', 'capital')
      OR csto_similarity(d.one, d.other) < 0.75 AND NOT instr(d.one, d.other)
         AND NOT instr(d.other, d.one)
         AND NOT EXISTS(SELECT 1 FROM claim c
           WHERE c.relation = 'capital_of' AND d.kind = 'holder'
             AND c.subject IN (d.one, d.other)
             AND c.object IN (d.one, d.other)))
  GROUP BY d.kind, d.about, d.of_, d.one, d.other
  HAVING a.path = min(a.path)
  ORDER BY d.kind, d.about, d.of_, d.one, d.other, a.path, b.path;
