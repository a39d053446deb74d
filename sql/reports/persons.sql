-- Question: who holds or held which office?
-- Parameters: :person (a name), :post (words of the office), :limit (200).
-- Output (of tests/articles, the first lines):
--   person | post | institution | status | dates | stories | sites | first |
--       last | accepted | evidence
--   نيكول باشينيان | رئيس الوزراء الأرميني | أرمينيا | current |  | 6 | 3 |
--       2022-01-10 | 2025-11-27 |  | 01_bishkek.txt body 643
--   قاسم جومارت توكاييف | الرئيس الكازاخستاني | كازاخستان | current |  | 2 |
--       0 | 2024-11-28 | 2024-11-28 |  | 02_moscow_session.txt body 207
.read sql/reports/need.sql

SELECT subject AS person, object AS post, details AS institution, status,
    dates, stories, sites, substr(first_seen, 1, 10) AS first,
    substr(last_seen, 1, 10) AS last,
    iif(accepted, 'yes', '') AS accepted,
    (SELECT path || ' ' || field || ' ' || start FROM claim
      WHERE claim.id = fact.sample) AS evidence
  FROM fact
  WHERE relation = 'holds_post'
    AND (:person IS NULL OR subject = :person)
    AND (:post IS NULL OR instr(object, :post))
  ORDER BY stories DESC, person, post, status LIMIT coalesce(:limit, 200);
