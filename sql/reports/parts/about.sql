-- about.sql - temp.about: the organization that a report is about.
--
-- Parameter :org, a name or an identifier in any spelling; of several that
-- fit, the one named by most articles.  A name that stands nowhere is kept,
-- so that the report says that nothing is known of it.  Left: the one of
-- which most is stated and which is named most, or none.  of_: "of the ...".
-- Needs claims.sql.

.read sql/reports/parts/live.sql
DROP TABLE IF EXISTS temp.about;
CREATE TEMP TABLE about(name, of_ AS (iif(substr(name, 1, 2) = 'ال',
  'لل' || substr(name, 3), 'ل' || name)));
INSERT INTO temp.about
  SELECT k.name FROM name k JOIN appearance p USING(entity)
   WHERE :org NOTNULL AND k.type NOT IN ('DATE', 'QUANTITY', 'ROLE', 'NORP')
     AND (:org COLLATE NOCASE IN (k.name, k.own, k.name_en) OR k.ref = :org
       OR csto_key(k.own) = csto_key(:org))
   GROUP BY k.name, k.type
   ORDER BY k.type <> 'ORG',
     max(:org COLLATE NOCASE IN (k.name, k.own, coalesce(k.name_en, ''))
       OR k.ref = :org) DESC,
     count(DISTINCT p.article) DESC, k.name LIMIT 1;
INSERT INTO temp.about SELECT :org
  WHERE :org NOTNULL AND NOT EXISTS(SELECT 1 FROM temp.about);
INSERT INTO temp.about
  SELECT name FROM (
    SELECT object AS name, 4 * count(DISTINCT story) AS n FROM claim
     WHERE relation IN ('member_of', 'chair_of', 'part_of', 'founded_on')
     GROUP BY object
    UNION ALL
    SELECT detail, count(DISTINCT story) FROM claim
     WHERE relation = 'holds_post' GROUP BY detail)
    JOIN (SELECT k.name, count(DISTINCT a.story) AS stories
      FROM name k JOIN appearance p USING(entity)
        JOIN temp.live a ON a.id = p.article
     WHERE k.type = 'ORG' GROUP BY k.name) USING(name)
  WHERE NOT EXISTS(SELECT 1 FROM temp.about)
  GROUP BY name, stories ORDER BY stories * sum(n) * sum(n) DESC, name
  LIMIT 1;
