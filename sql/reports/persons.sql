-- Question: who holds or held which office?
-- Parameters: :person (a name), :post (words of the office), :limit (200).
-- The spellings of one office of one person are one row (parts/offices.sql).
-- Output (of tests/articles, the first lines):
--   person | post | institution | status | dates | stories | sites | first |
--       last | accepted | evidence
--   نيكول باشينيان | رئيس الوزراء الأرميني | أرمينيا | current |  | 6 | 3 |
--       2022-01-10 | 2025-11-27 |  | 01_bishkek.txt body 643
--   ستانيسلاف زاس | الأمين العام لمنظمة معاهدة الأمن الجماعي | منظمة معاهدة
--       الأمن الجماعي | current |  | 4 | 0 | 2022-05-15 | 2022-10-07 |  |
--       02_moscow_session.txt body 324
.read sql/reports/need.sql
.read sql/reports/parts/claims.sql
.read sql/reports/parts/offices.sql

SELECT o.subject AS person, o.object AS post, o.institution, o.status,
    o.dates, o.stories, o.sites, o.first, o.last,
    iif(o.accepted, 'yes', '') AS accepted,
    c.path || ' ' || c.field || ' ' || c.start AS evidence
  FROM temp.office o JOIN claim c ON c.id = o.claim
  WHERE (:person IS NULL OR o.subject = :person
      OR o.subject IN (SELECT name FROM name WHERE :person COLLATE NOCASE
        IN (own, name_en)))
    AND (:post IS NULL OR o.office IN (SELECT office FROM temp.post
      WHERE instr(object, :post)))
  ORDER BY o.stories DESC, person, post, o.status
  LIMIT coalesce(:limit, 200);
.headers off
SELECT '(no article tells of such an office)' WHERE NOT EXISTS(
  SELECT 1 FROM temp.office o WHERE (:person IS NULL OR o.subject = :person
      OR o.subject IN (SELECT name FROM name WHERE :person COLLATE NOCASE
        IN (own, name_en)))
    AND (:post IS NULL OR o.office IN (SELECT office FROM temp.post
      WHERE instr(object, :post))));
.headers on
