-- events.sql - the timeline of events, and positions.

SELECT '<section id="timeline"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'timeline';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.happened), 'timeline_desc', 'none');

-- One lane a kind of event; days between the outermost of many.
DROP TABLE IF EXISTS temp.lane;
CREATE TEMP TABLE lane AS SELECT relation,
    row_number() OVER (ORDER BY count(*) DESC, relation) - 1 AS i,
    count(*) AS n FROM temp.happened GROUP BY relation;
DROP TABLE IF EXISTS temp.moment;
CREATE TEMP TABLE moment AS SELECT n, relation, status, stories,
    julianday(CASE length(day) WHEN 4 THEN day || '-07-01'
      WHEN 7 THEN day || '-15' ELSE day END) AS j FROM temp.happened
  WHERE length(day) IN (4, 7, 10);
DELETE FROM temp.moment WHERE j IS NULL;
DROP TABLE IF EXISTS temp.span;
CREATE TEMP TABLE span AS
  WITH r AS (SELECT j, percent_rank() OVER (ORDER BY j) AS r FROM temp.moment)
  SELECT min(j) - 0.02 * (max(j) - min(j)) - 1 AS a,
    max(j) + 0.02 * (max(j) - min(j)) + 1 AS b,
    (SELECT count(*) FROM temp.lane) AS lanes
  FROM r WHERE r BETWEEN 0.04 AND 0.96 OR (SELECT count(*) < 12 FROM r)
  HAVING count(*) > 0;
SELECT printf('<figure><svg viewBox="0 0 1000 %d" role="img" '
    || 'aria-labelledby="tl-t tl-d"><title id="tl-t">%s</title>'
    || '<desc id="tl-d">%s</desc>', 40 + 44 * lanes + 36,
    (SELECT t FROM temp.l WHERE k = 'timeline'),
    (SELECT t FROM temp.l WHERE k = 'timeline_desc')) FROM temp.span;
SELECT printf('<line x1="10" x2="860" y1="%d" y2="%d" stroke="#d9d3c5"/>'
    || '<text x="990" y="%d" font-size="16" text-anchor="end" '
    || 'direction="ltr">%s (%d)</text>', 40 + 44 * i, 40 + 44 * i,
    45 + 44 * i, coalesce((SELECT t FROM temp.l WHERE k = relation),
    relation), n) FROM temp.lane, temp.span ORDER BY i;
-- Six marks on the axis.
SELECT printf('<line x1="%.1f" x2="%.1f" y1="20" y2="%d" stroke="#d9d3c5" '
    || 'stroke-dasharray="2 4"/><text x="%.1f" y="%d" font-size="13" '
    || 'text-anchor="middle" direction="ltr">%s</text>', x, x,
    30 + 44 * lanes, x, 52 + 44 * lanes,
    iif(b - a < 900, date(a + (b - a) * f),
      strftime(iif(b - a < 3000, '%Y-%m', '%Y'), a + (b - a) * f)))
  FROM (SELECT *, iif((SELECT rtl FROM temp.p), 830 - 800 * f, 30 + 800 * f)
      AS x FROM temp.span, (SELECT column1 / 5.0 AS f
        FROM (VALUES(0), (1), (2), (3), (4), (5)))) ORDER BY f;
SELECT printf('<circle cx="%.1f" cy="%d" r="%.1f" fill="%s" '
    || 'fill-opacity=".75" stroke="%s" stroke-width="1.5"><title>%s %s'
    || '</title></circle>', iif((SELECT rtl FROM temp.p), 840 - 810 * f,
    30 + 810 * f), 40 + 44 * i,
    min(15, 5 + 3 * sqrt(stories)), iif(status = 'planned', '#fffdf8',
    '#2f7f79'), iif(status = 'planned', '#3d4f8f', '#0f4c4a'),
    (SELECT date FROM temp.happened h WHERE h.n = m.n),
    csto_html(coalesce((SELECT subject FROM temp.happened h
      WHERE h.n = m.n), '')))
  FROM (SELECT m.*, l.i, (j - a) / max(1, b - a) AS f, a, b
    FROM temp.moment m JOIN temp.lane l USING(relation), temp.span) m
  WHERE j BETWEEN a AND b ORDER BY i, j, n;
SELECT '</svg><figcaption>● ' || (SELECT t FROM temp.l WHERE k = 'held')
  || ' · ○ ' || (SELECT t FROM temp.l WHERE k = 'planned')
  || '</figcaption></figure>' FROM temp.span;
SELECT '<div class="scroll"><table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'timeline') || '</caption><thead><tr><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'date') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'kind') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'event') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'place') || '</th><th scope="col" '
  || 'class="n">' || (SELECT t FROM temp.l WHERE k = 'seen')
  || '</th><th scope="col">' || (SELECT t FROM temp.l WHERE k = 'evidence')
  || '</th></tr></thead><tbody>' WHERE EXISTS(SELECT 1 FROM temp.happened);
SELECT '<tr><th scope="row"><bdi dir="ltr">' || replace(csto_html(date), '/',
    '/<wbr>') || '</bdi></th><td>' || coalesce((SELECT t FROM temp.l WHERE k = relation),
    csto_html(relation)) || coalesce(' <span class="tag ' || csto_html(status)
    || '">' || coalesce((SELECT t FROM temp.l WHERE k = status),
    csto_html(status)) || '</span>', '') || '</td><td><bdi>'
  || csto_html(coalesce(subject, '')) || '</bdi>'
  || iif(relation <> 'event_at' AND object NOTNULL, ' ← <bdi>'
    || csto_html(object) || '</bdi>', '') || '</td><td><bdi>'
  || csto_html(coalesce(iif(relation = 'event_at', object, place), place, ''))
  || '</bdi></td><td class="n">' || stories || '</td><td>'
  || coalesce(html, '') || '</td></tr>'
  FROM temp.happened LEFT JOIN temp.ref ON what = 'event' AND key = n
  ORDER BY n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.happened);
SELECT '</section>';

SELECT '<section id="positions"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'positions';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.position);
SELECT '<div class="scroll"><table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'positions') || '</caption><thead><tr><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'who') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'kind') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'what') || '</th><th scope="col" '
  || 'class="n">' || (SELECT t FROM temp.l WHERE k = 'seen')
  || '</th><th scope="col">' || (SELECT t FROM temp.l WHERE k = 'evidence')
  || '</th></tr></thead><tbody>' WHERE EXISTS(SELECT 1 FROM temp.position);
SELECT '<tr><th scope="row"><bdi>' || csto_html(coalesce(subject, ''))
  || '</bdi></th><td>' || (SELECT t FROM temp.l WHERE k = relation)
  || '</td><td><bdi>' || csto_html(coalesce(object, '')) || '</bdi>'
  || coalesce(iif(object NOTNULL, ': ', '') || '<bdi>' || csto_html(iif(
    length(details) > 240, substr(details, 1, 230) || '…', details))
    || '</bdi>', '')
  || '</td><td class="n">' || stories || '</td><td>' || coalesce(html, '')
  || '</td></tr>'
  FROM temp.position LEFT JOIN temp.ref ON what = 'position' AND key = n
  ORDER BY n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.position);
SELECT '</section>';
