-- events.sql - the timeline of events.

SELECT '<section id="timeline"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'timeline';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.shown_event), 'timeline_desc',
    'none');

-- One lane a kind of event; days between the outermost of many.
DROP TABLE IF EXISTS temp.lane;
CREATE TEMP TABLE lane AS SELECT relation,
    row_number() OVER (ORDER BY count(*) DESC, relation) - 1 AS i,
    count(*) AS n FROM temp.shown_event GROUP BY relation;
DROP TABLE IF EXISTS temp.moment;
CREATE TEMP TABLE moment AS SELECT key, relation, date, subject, stories,
    states = 'planned' AS open,
    julianday(CASE length(day) WHEN 4 THEN day || '-07-01'
      WHEN 7 THEN day || '-15' ELSE day END) AS j FROM temp.shown_event
  WHERE length(day) IN (4, 7, 10);
DELETE FROM temp.moment WHERE j IS NULL;
DROP TABLE IF EXISTS temp.span;
CREATE TEMP TABLE span AS
  WITH r AS (SELECT j, percent_rank() OVER (ORDER BY j) AS r FROM temp.moment)
  SELECT min(j) - 0.02 * (max(j) - min(j)) - 1 AS a,
    max(j) + 0.02 * (max(j) - min(j)) + 1 AS b,
    (SELECT count(*) FROM temp.lane) AS lanes
  FROM r WHERE r BETWEEN 0.04 AND 0.96 OR (SELECT count(*) < 12 FROM r);
DELETE FROM temp.span WHERE a IS NULL OR b - a <= 2;   -- one day: no drawing
SELECT printf('<figure tabindex="0"><svg viewBox="0 0 1000 %d" role="img" '
    || 'aria-labelledby="tl-t tl-d"><title id="tl-t">%s</title>'
    || '<desc id="tl-d">%s</desc>', 40 + 44 * lanes + 36,
    (SELECT t FROM temp.l WHERE k = 'timeline'),
    (SELECT t FROM temp.l WHERE k = 'timeline_desc')) FROM temp.span;
SELECT printf('<line x1="10" x2="860" y1="%d" y2="%d" stroke="#d9d3c5"/>'
    || '<text x="990" y="%d" font-size="16" text-anchor="end" '
    || 'direction="ltr">&#8296;%s (%d)&#8297;</text>', 40 + 44 * i, 40 + 44 * i,
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
    || 'fill-opacity=".75" stroke="%s" stroke-width="1.5"><title>%s '
    || '&#8296;%s&#8297;</title></circle>', iif((SELECT rtl FROM temp.p),
      840 - 810 * f, 30 + 810 * f), 40 + 44 * i, min(15, 5 + 3 * sqrt(stories)),
    iif(open, '#fffdf8', '#2f7f79'), iif(open, '#3d4f8f', '#0f4c4a'),
    date, csto_html(subject))
  FROM (SELECT m.*, l.i, (j - a) / max(1, b - a) AS f, a, b
    FROM temp.moment m JOIN temp.lane l USING(relation), temp.span) m
  WHERE j BETWEEN a AND b ORDER BY i, j, key;
SELECT '</svg><figcaption>● ' || (SELECT t FROM temp.l WHERE k = 'held')
  || ' · ○ ' || (SELECT t FROM temp.l WHERE k = 'planned')
  || '</figcaption></figure>' FROM temp.span;
SELECT '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'timeline') || '</caption><thead><tr>'
  || (SELECT group_concat(th, '') FROM (SELECT th FROM (VALUES('date'),
      ('kind'), ('event'), ('place')) v JOIN temp.col ON k = column1))
  || (SELECT n FROM temp.col WHERE k = 'seen')
  || (SELECT th FROM temp.col WHERE k = 'evidence')
  || '</tr></thead><tbody>' WHERE EXISTS(SELECT 1 FROM temp.shown_event);
SELECT '<tr><th scope="row" class="d"><bdi dir="ltr">'
  || replace(csto_html(date), '/', '/<wbr>') || '</bdi></th><td>'
  || coalesce((SELECT t FROM temp.l WHERE k = relation), csto_html(relation))
  || coalesce((SELECT group_concat(tag, '') FROM (
      SELECT tag FROM (VALUES(1, 'planned'), (2, 'held'), (3, 'current'),
          (4, 'former')) v JOIN temp.col ON k = column2
       WHERE instr(states, column2) ORDER BY column1)), '')
  -- planned, and nothing later is told: as of the article's day
  || iif(states = 'planned', coalesce(' <span class="meta">' || (SELECT t
    FROM temp.l WHERE k = 'as_of') || ' <bdi>' || told || '</bdi></span>', ''),
    '')
  || iif(accepted, (SELECT tag FROM temp.col c WHERE c.k = 'accepted'), '')
  || '</td><td><bdi>' || coalesce(x.shown, csto_html(subject)) || '</bdi>'
  || coalesce(iif(relation = 'met_with', ' · ', (SELECT ' ' || t || ' '
    FROM temp.l WHERE k = 'to')) || '<bdi>'
    || coalesce(y.shown, csto_html(object)) || '</bdi>', '')
  || coalesce((SELECT html FROM temp.voice WHERE speaker = told_by), '')
  || '</td><td><bdi>' || coalesce(z.shown, csto_html(place), '')
  || '</bdi></td><td class="n">' || stories || '</td><td>'
  || coalesce(html, '') || '</td></tr>'
  FROM temp.shown_event e
    LEFT JOIN temp.shown x ON x.name = subject
    LEFT JOIN temp.shown y ON y.name = object
    LEFT JOIN temp.shown z ON z.name = place
    LEFT JOIN temp.ref r ON r.what = 'event' AND r.key = e.key
  ORDER BY e.key;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.shown_event);
SELECT '</section>';
