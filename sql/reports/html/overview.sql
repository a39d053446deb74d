-- overview.sql - the numbers, and the coverage over time.

SELECT '<section id="overview"><h2>' || t || '</h2>
<dl class="cards">' FROM temp.l WHERE k = 'overview';
DROP TABLE IF EXISTS temp.total_;
CREATE TEMP TABLE total_ AS
  SELECT count(*) AS articles, count(DISTINCT story) AS stories,
    count(DISTINCT site) AS sites, coalesce(sum(words), 0) AS words,
    min(day) AS first, max(day) AS last,
    coalesce(sum(day IS NULL AND error IS NULL), 0) AS undated,
    coalesce(sum(error NOTNULL), 0) AS unread,
    coalesce(sum(lang <> 'ar'), 0) AS foreign_ FROM news;
WITH card(n, k, v, small) AS (
  SELECT 1, 'articles', articles, 0 FROM temp.total_
  UNION ALL SELECT 2, 'stories', stories, 0 FROM temp.total_
  UNION ALL SELECT 3, 'sites', sites, 0 FROM temp.total_
  UNION ALL SELECT 4, 'words', words, 0 FROM temp.total_
  UNION ALL SELECT 5, 'names', (SELECT count(*) FROM temp.top), 0
  UNION ALL SELECT 6, 'quotes', (SELECT count(*) FROM said), 0
  UNION ALL SELECT 7, 'statements', (SELECT count(*) FROM claim), 0
  UNION ALL SELECT 8, 'period', '<bdi><time datetime="' || first || '">'
    || first || '</time></bdi>' || iif(last <> first,
      '<br><bdi><time datetime="' || last || '">' || last || '</time></bdi>',
      ''), 1 FROM temp.total_ WHERE first NOTNULL
  UNION ALL SELECT 9, 'undated', undated, 0 FROM temp.total_ WHERE undated
  UNION ALL SELECT 10, 'unread', unread, 0 FROM temp.total_ WHERE unread
  UNION ALL SELECT 11, 'foreign', foreign_, 0 FROM temp.total_ WHERE foreign_
  UNION ALL SELECT iif(state = 'earlier', 12, 13), state, count(*), 0
    FROM article WHERE state <> 'current' GROUP BY state)
SELECT '<div><dt>' || t || '</dt><dd' || iif(small, ' class="small"', '')
  || '>' || iif(small, v, printf('%,d', v)) || '</dd></div>'
  FROM card JOIN temp.l USING(k) ORDER BY n;
SELECT '</dl>
<p class="note">' || group_concat(t, ' ') || '</p>' FROM (SELECT t
  FROM temp.l WHERE k IN ('stories_note', 'tables_note') ORDER BY k);
-- What could not be read, and why.
SELECT '<details><summary>' || (SELECT t FROM temp.l WHERE k = 'unread')
  || ' (' || unread || ')</summary><ul>' || (SELECT group_concat(li, '')
    FROM (SELECT '<li><bdi dir="ltr">' || csto_html(path) || '</bdi>: <bdi '
      || 'dir="ltr">' || csto_html(error) || '</bdi></li>' AS li
      FROM news WHERE error NOTNULL ORDER BY path LIMIT 40))
  || iif(unread > 40, '<li>…</li>', '') || '</ul></details>'
  FROM temp.total_ WHERE unread;
SELECT '</section>';

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
SELECT '<figure tabindex="0"><svg viewBox="0 0 1000 270" role="img" '
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
  || coalesce((SELECT printf(' · %s: %,d', t, outside) FROM temp.l, (
      SELECT (SELECT count(*) FROM news WHERE day NOTNULL)
        - (SELECT sum(articles) FROM temp.bucket) AS outside)
      WHERE k = 'outside' AND outside > 0), '')
  || coalesce((SELECT printf(' · %s: %,d', t, undated) FROM temp.l,
      temp.total_ WHERE k = 'undated' AND undated), '')
  || '</figcaption></figure>' FROM temp.scale WHERE n > 0;
-- The fullest periods in numbers, and the sites.
SELECT '<div class="two"><div class="scroll" tabindex="0"><table><caption>'
  || (SELECT t FROM temp.l WHERE k = 'coverage')
  || iif(n > 14, (SELECT printf(' (14 %s %d)', t, n) FROM temp.l
    WHERE k = 'of'), '') || '</caption><thead><tr>'
  || (SELECT th FROM temp.col WHERE k = 'date')
  || (SELECT n FROM temp.col WHERE k = 'articles')
  || (SELECT n FROM temp.col WHERE k = 'stories') || '</tr></thead><tbody>'
  FROM (SELECT count(*) AS n FROM temp.bucket WHERE articles) WHERE n;
SELECT '<tr><th scope="row"><bdi><time datetime="' || b || '">' || b
  || '</time></bdi></th><td class="n">' || articles || '</td><td class="n">'
  || stories || '</td></tr>' FROM (
  SELECT * FROM temp.bucket WHERE articles
   ORDER BY articles DESC, b LIMIT 14) ORDER BY b;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.bucket);
DROP TABLE IF EXISTS temp.from_;
CREATE TEMP TABLE from_ AS SELECT site, count(*) AS articles,
    count(DISTINCT story) AS stories, min(day) AS first, max(day) AS last
  FROM news GROUP BY site;
SELECT iif(EXISTS(SELECT 1 FROM temp.bucket), '', '<div>')
  || '<div class="scroll" tabindex="0"><table><caption>'
  || (SELECT t FROM temp.l WHERE k = 'by_site')
  || iif(n > 14, (SELECT printf(' (14 %s %d)', t, n) FROM temp.l
    WHERE k = 'of'), '') || '</caption><thead><tr>'
  || (SELECT th FROM temp.col WHERE k = 'site')
  || (SELECT n FROM temp.col WHERE k = 'articles')
  || (SELECT n FROM temp.col WHERE k = 'stories')
  || (SELECT th FROM temp.col WHERE k = 'period') || '</tr></thead><tbody>'
  FROM (SELECT count(*) AS n FROM temp.from_) WHERE n;
SELECT '<tr><th scope="row"><bdi>' || csto_html(coalesce(site,
    (SELECT t FROM temp.l WHERE k = 'unknown')))
  || '</bdi></th><td class="n">' || articles || '</td><td class="n">'
  || stories || '</td><td class="meta d">' || coalesce('<bdi>' || first
  || '</bdi>' || iif(last <> first, ' – <bdi>' || last || '</bdi>', ''), '')
  || '</td></tr>'
  FROM temp.from_ ORDER BY articles DESC, site LIMIT 14;
SELECT iif(EXISTS(SELECT 1 FROM temp.from_), '</tbody></table></div></div>',
  '<p class="note">' || (SELECT t FROM temp.l WHERE k = 'none') || '</p>')
  || '</section>';
