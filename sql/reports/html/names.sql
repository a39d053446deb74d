-- names.sql - the names that most stories know.

SELECT '<section id="top"><h2>' || t || '</h2><div class="three">' FROM temp.l
  WHERE k = 'top';
WITH r AS (
  SELECT *, row_number() OVER (PARTITION BY type
      ORDER BY stories DESC, mentions DESC, name) AS n,
    max(stories) OVER (PARTITION BY type) AS most,
    count(*) OVER (PARTITION BY type) AS of_ FROM temp.top
   WHERE name NOT IN (SELECT name FROM temp.any_)),
t AS (SELECT column1 AS type, column2 AS o
  FROM (VALUES('PERSON', 1), ('ORG', 2), ('GPE', 3)))
SELECT iif(n = 1, '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t
    FROM temp.l WHERE k = type)
    || iif(of_ > 14, (SELECT printf(' (14 %s %,d)', l.t, of_) FROM temp.l
      WHERE k = 'of'), '')
    || '</caption><thead><tr>' || (SELECT th FROM temp.col WHERE k = 'name')
    || (SELECT c.n FROM temp.col c WHERE k = 'seen')
    || '<td></td></tr></thead><tbody>' || char(10), '')
  || '<tr><th scope="row"><bdi>' || (SELECT shown FROM temp.shown s
    WHERE s.name = r.name) || '</bdi></th><td class="n">' || stories
  || '</td><td class="bar"><span style="width:'
  || printf('%.0f', max(2, 100.0 * stories / most)) || '%;background:var(--'
  || type || ')"></span></td></tr>'
  || iif(n = min(14, of_), char(10) || '</tbody></table></div>', '')
  FROM r JOIN t USING(type) WHERE n <= 14 ORDER BY o, n;
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.top);
SELECT '</div></section>';
