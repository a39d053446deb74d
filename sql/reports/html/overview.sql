-- overview.sql - the numbers, and the coverage over time.

SELECT '<section id="overview"><h2>' || t || '</h2>
<dl class="cards">' FROM temp.l WHERE k = 'overview';
WITH a AS (
  SELECT count(*) AS articles, count(DISTINCT story) AS stories,
    count(DISTINCT site) AS sites, sum(words) AS words,
    min(day) AS first, max(day) AS last,
    sum(day IS NULL AND error IS NULL) AS undated,
    sum(error NOTNULL) AS unread FROM news),
card(n, k, v, small) AS (
  SELECT 1, 'articles', articles, 0 FROM a
  UNION ALL SELECT 2, 'stories', stories, 0 FROM a
  UNION ALL SELECT 3, 'sites', sites, 0 FROM a
  UNION ALL SELECT 4, 'words', words, 0 FROM a
  UNION ALL SELECT 5, 'names', (SELECT count(*) FROM temp.top), 0
  UNION ALL SELECT 6, 'quotes', (SELECT count(*) FROM said), 0
  UNION ALL SELECT 7, 'statements', (SELECT count(*) FROM claim), 0
  UNION ALL SELECT 8, 'period', '<bdi><time datetime="' || first || '">'
    || first || '</time></bdi><br><bdi><time datetime="' || last || '">'
    || last || '</time></bdi>', 1 FROM a WHERE first NOTNULL
  UNION ALL SELECT 9, 'undated', undated, 0 FROM a WHERE undated
  UNION ALL SELECT 10, 'unread', unread, 0 FROM a WHERE unread
  UNION ALL SELECT 11, 'earlier', count(*), 0 FROM article
    WHERE state = 'earlier' HAVING count(*)
  UNION ALL SELECT 12, 'deleted', count(*), 0 FROM article
    WHERE state = 'deleted' HAVING count(*))
SELECT '<div><dt>' || t || '</dt><dd' || iif(small, ' class="small"', '')
  || '>' || iif(small, v, printf('%,d', coalesce(v, 0))) || '</dd></div>'
  FROM card JOIN temp.l USING(k) ORDER BY n;
SELECT '</dl>
<p class="note">' || t || '</p></section>' FROM temp.l
  WHERE k = 'stories_note';

-- Buckets: days, months or years, whichever gives at most 48 bars; the
-- hundredth at each end may lie outside.
DROP TABLE IF EXISTS temp.axis;
CREATE TEMP TABLE axis AS
  WITH d AS MATERIALIZED (SELECT day, percent_rank() OVER (ORDER BY day) AS r
    FROM news WHERE length(day) = 10),
  e AS (SELECT min(day) AS a, max(day) AS b FROM d
    WHERE r BETWEEN 0.005 AND 0.995 OR (SELECT count(*) < 300 FROM d))
  SELECT a, b, CASE
    WHEN julianday(b) - julianday(a) < 48 THEN 10
    WHEN julianday(b) - julianday(a) < 48 * 30 THEN 7 ELSE 4 END AS size
  FROM e;
DROP TABLE IF EXISTS temp.bucket;
CREATE TEMP TABLE bucket AS
  WITH RECURSIVE t(d) AS (
    SELECT CASE size WHEN 10 THEN a WHEN 7 THEN substr(a, 1, 7) || '-01'
      ELSE substr(a, 1, 4) || '-01-01' END FROM temp.axis WHERE a NOTNULL
    UNION ALL
    SELECT date(d, CASE size WHEN 10 THEN '+1 day' WHEN 7 THEN '+1 month'
      ELSE '+1 year' END) FROM t, temp.axis
     WHERE substr(d, 1, size) < substr(b, 1, size) LIMIT 400)
  SELECT row_number() OVER (ORDER BY t.d) - 1 AS i,
    substr(t.d, 1, size) AS b, count(n.id) AS articles,
    count(DISTINCT n.story) AS stories
  FROM t CROSS JOIN temp.axis LEFT JOIN news n
    ON length(n.day) >= size AND substr(n.day, 1, size) = substr(t.d, 1, size)
  GROUP BY t.d;

SELECT '<section id="coverage"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'coverage';
-- The drawing: 1000 wide; time runs as the page is read.
DROP TABLE IF EXISTS temp.scale;
CREATE TEMP TABLE scale AS SELECT count(*) AS n,
    max(1, max(articles)) AS top, 960.0 / max(1, count(*)) AS step
  FROM temp.bucket;
SELECT '<figure><svg viewBox="0 0 1000 270" role="img" '
  || 'aria-labelledby="cov-t cov-d"><title id="cov-t">'
  || (SELECT t FROM temp.l WHERE k = 'coverage') || '</title><desc id="cov-d">'
  || (SELECT t FROM temp.l WHERE k = 'coverage_desc') || '</desc>
<line x1="10" y1="220.5" x2="990" y2="220.5" stroke="#55646a"/>'
  FROM temp.scale WHERE n > 0;
SELECT printf('<g><rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="2" '
    || 'fill="#bcd8d3"/><rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" '
    || 'rx="2" fill="#0f4c4a"/>', x - w / 2, 220 - 180.0 * articles / top, w,
    180.0 * articles / top, x - w / 4, 220 - 180.0 * stories / top, w / 2,
    180.0 * stories / top)
  || iif(articles > 0 AND n <= 48, printf('<text x="%.1f" y="%.1f" '
    || 'font-size="%d" text-anchor="middle">%d</text>', x,
    214 - 180.0 * articles / top, iif(n > 30, 10, 13), articles), '')
  || iif(i % CAST(1 + n / 12 AS INTEGER) = 0, printf('<text x="%.1f" y="240" '
    || 'font-size="13" text-anchor="middle" direction="ltr">%s</text>', x, b),
    '') || '</g>'
  FROM (SELECT *, iif((SELECT rtl FROM temp.p), 1000 - (20 + step * (i + .5)),
          20 + step * (i + .5)) AS x, min(step * .8, 60) AS w
        FROM temp.bucket, temp.scale) ORDER BY i;
SELECT '<rect x="20" y="252" width="14" height="12" fill="#bcd8d3"/>'
  || '<text x="40" y="263" font-size="13" direction="ltr">'
  || (SELECT t FROM temp.l WHERE k = 'articles')
  || '</text><rect x="140" y="252" width="14" height="12" fill="#0f4c4a"/>'
  || '<text x="160" y="263" font-size="13" direction="ltr">'
  || (SELECT t FROM temp.l WHERE k = 'stories') || '</text></svg>'
  || '<figcaption>' || (SELECT t FROM temp.l WHERE k = 'coverage_desc')
  || coalesce((SELECT printf('؛ %s: %d', (SELECT t FROM temp.l
      WHERE k = 'outside'), outside) FROM (SELECT (SELECT count(*) FROM news
      WHERE day NOTNULL) - (SELECT sum(articles) FROM temp.bucket) AS outside)
      WHERE outside > 0), '')
  || '</figcaption></figure>' FROM temp.scale WHERE n > 0;
-- The same in numbers, four periods a line, and by site.
SELECT '<div class="two"><div class="scroll"><table><caption>'
  || (SELECT t FROM temp.l WHERE k = 'coverage') || '</caption><thead><tr>'
  || '<th scope="col">' || (SELECT t FROM temp.l WHERE k = 'date')
  || '</th><th scope="col" class="n">' || (SELECT t FROM temp.l
      WHERE k = 'articles') || '</th><th scope="col" class="n">'
  || (SELECT t FROM temp.l WHERE k = 'stories') || '</th></tr></thead><tbody>';
SELECT '<tr><th scope="row"><bdi><time datetime="' || b || '">' || b
  || '</time></bdi></th><td class="n">' || articles || '</td><td class="n">'
  || stories || '</td></tr>' FROM (
  SELECT * FROM temp.bucket WHERE articles
   ORDER BY articles DESC, b LIMIT 14) ORDER BY b;
SELECT '</tbody></table></div><div class="scroll"><table><caption>'
  || (SELECT t FROM temp.l WHERE k = 'by_site') || '</caption><thead><tr>'
  || '<th scope="col">' || (SELECT t FROM temp.l WHERE k = 'site')
  || '</th><th scope="col" class="n">' || (SELECT t FROM temp.l
      WHERE k = 'articles') || '</th><th scope="col" class="n">'
  || (SELECT t FROM temp.l WHERE k = 'stories') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'period') || '</th></tr></thead><tbody>';
SELECT '<tr><th scope="row"><bdi>' || csto_html(coalesce(site,
    (SELECT t FROM temp.l WHERE k = 'unknown')))
  || '</bdi></th><td class="n">' || articles || '</td><td class="n">'
  || stories || '</td><td class="meta d">' || coalesce('<bdi>' || first
  || '</bdi> – <bdi>' || last || '</bdi>', '') || '</td></tr>'
  FROM (SELECT site, count(*) AS articles, count(DISTINCT story) AS stories,
      min(day) AS first, max(day) AS last FROM news GROUP BY site
     ORDER BY articles DESC, site LIMIT 14);
SELECT '</tbody></table></div></div></section>';
