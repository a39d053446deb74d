-- Question: how does an organization stand? Members, former members, bodies,
--   chair with period and slogan, secretaries general, founding treaty,
--   priorities and threats as stated, each with its evidence; disagreements
--   between articles side by side.
-- Parameters: :org (Arabic or English name or identifier; left: the one of
--   which most is stated).
--   .parameter set :org "'الأمم المتحدة'"
-- One row a fact: all dates and all states that the articles give; told_by:
-- who says so, where it stands in somebody's words alone.
-- Output (of tests/articles, the first lines):
--   organization | articles | statements
--   منظمة معاهدة الأمن الجماعي | 14 | 35
--
--   section | kind | who | what | dates | states | stories | first | last |
--       told_by | accepted | place | evidence
--   member |  | أرمينيا |  |  | current | 2 | 2022-05-15 | 2025-11-27 | | |
--       01_bishkek.txt body 746 | وتضم المنظمة أرمينيا وبيلاروسيا وكازاخستان
--       وقرغيزستان وروسيا وطاجيكستان
--   former |  | أوزبكستان |  | 2012 |  | 1 | 2022-05-15 | 2022-05-15 | | |
--       19_history.txt body 236 | وانسحبت أوزبكستان من منظمة معاهدة الأمن
--       الجماعي عام 2012
.read sql/reports/need.sql
.read sql/reports/parts/claims.sql
.read sql/reports/parts/about.sql
.read sql/reports/parts/offices.sql
.read sql/reports/parts/profile.sql
.read sql/reports/parts/versus.sql

SELECT name AS organization,
    (SELECT count(DISTINCT article) FROM named
      WHERE named.name = about.name) AS articles,
    (SELECT count(*) FROM temp.profile) AS statements FROM temp.about;
.print
SELECT f.section, f.kind, f.who, f.what, f.dates, f.states, f.stories,
    f.first, f.last, f.told_by, iif(f.accepted, 'yes', '') AS accepted,
    a.path || ' ' || p.field || ' ' || p.start AS place,
    replace(p.evidence, char(10), ' ') AS evidence
  FROM temp.prof f JOIN temp.profile p ON p.rowid = f.one
    JOIN article a ON a.id = p.article ORDER BY f.id;
.print
SELECT 'threat' AS section, t.text AS sentence, a.path, t.start
  FROM temp.threat t JOIN article a ON a.id = t.article
  ORDER BY t.rowid LIMIT 40;
.print
SELECT 'disagreement' AS section, v.kind, v.about, v.of_ AS "of", v.one,
    v.other, a.path AS path_one, a.evidence AS evidence_one,
    b.path AS path_other, b.evidence AS evidence_other
  FROM temp.versus v JOIN claim a ON a.id = v.claim_one
    JOIN claim b ON b.id = v.claim_other
  WHERE (SELECT name FROM temp.about) IN (v.about, v.of_) ORDER BY v.n;
.headers off
SELECT '(no article states anything of an organization)'
  WHERE NOT EXISTS(SELECT 1 FROM temp.about);
SELECT '(no article names ' || name || ')' FROM temp.about
  WHERE NOT EXISTS(SELECT 1 FROM named WHERE named.name = about.name);
.headers on
