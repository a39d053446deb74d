-- organization.sql - the profile of one organization.

SELECT '<section id="profile"><h2>' || t || coalesce(': <bdi>'
  || (SELECT coalesce(shown, csto_html(name)) FROM temp.about
      LEFT JOIN temp.shown USING(name)) || '</bdi>', '') || '</h2>'
  FROM temp.l WHERE k = 'profile';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.prof)
    AND NOT EXISTS(SELECT 1 FROM temp.threat);

-- The states that say more than "now".
DROP TABLE IF EXISTS temp.said_of;
CREATE TEMP TABLE said_of(id INTEGER PRIMARY KEY, tags);
INSERT INTO temp.said_of
  SELECT id, group_concat(tag, '') FROM (
    SELECT f.id, c.tag, column1 AS o FROM temp.prof f
      JOIN (VALUES(1, 'planned'), (2, 'held'), (3, 'current'),
        (4, 'former')) v ON instr(f.states, column2)
      JOIN temp.col c ON c.k = column2
    WHERE f.states <> 'current'
      AND (f.section = 'event' OR f.states <> 'held')
      AND NOT (column2 = 'former' AND coalesce(f.what, '') GLOB '*س[اب]*بق*')
    UNION ALL SELECT f.id, c.tag, 5 FROM temp.prof f
      JOIN temp.col c ON c.k = 'accepted' WHERE f.accepted
    ORDER BY id, o)
  GROUP BY id;

-- Members and bodies as rows of names.
SELECT iif(n = 1, '<h3>' || (SELECT t FROM temp.l
    WHERE k = iif(section = 'former', 'former_m', section))
    || '</h3><ul class="chips">', '')
  || '<li><bdi>' || coalesce((SELECT shown FROM temp.shown WHERE name = who),
    csto_html(who)) || '</bdi>' || coalesce(': <bdi>' || csto_html(f.what)
    || '</bdi>', '') || coalesce(' <span class="meta"><bdi dir="ltr">'
    || csto_html(dates) || '</bdi></span>', '')
  || coalesce(s.tags, '')
  || coalesce((SELECT html FROM temp.voice WHERE speaker = told_by), '')
  || ' <span class="meta">(' || stories
  || ')</span> ' || coalesce(html, '') || '</li>'
  || iif(n = min(of_, 60), '</ul>', '')
  FROM temp.prof f LEFT JOIN temp.said_of s USING(id)
    LEFT JOIN temp.ref r ON r.what = 'prof' AND r.key = f.id
  WHERE section IN ('member', 'former', 'candidate', 'body') ORDER BY f.id;

-- All else as a table a section, of at most 14 rows; of how many is said.
DROP TABLE IF EXISTS temp.part_;
CREATE TEMP TABLE part_(section PRIMARY KEY, caption, first, second)
  WITHOUT ROWID;
INSERT INTO temp.part_ VALUES('chair', 'chair', 'who', 'slogan'),
  ('slogan', 'slogan', 'what', 'subject'),
  ('secretary', 'secretary', 'person', 'post'),
  ('officer', 'officer', 'person', 'post'),
  ('founding', 'founding', 'what', 'place'),
  ('signing', 'signing', 'what', 'place'),
  ('priority', 'priority', 'what', 'speaker'),
  ('stance', 'stance', 'who', 'what'), ('event', 'event_s', 'event', 'place');
SELECT iif(n = 1, '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t
      FROM temp.l WHERE k = caption)
    || iif(of_ > 14, (SELECT printf(' (14 %s %d)', t, of_) FROM temp.l
      WHERE k = 'of'), '') || '</caption><thead><tr>'
    || (SELECT th FROM temp.col WHERE k = p.first)
    || (SELECT th FROM temp.col WHERE k = p.second)
    || (SELECT th FROM temp.col WHERE k = iif(p.second = 'post', 'told',
      'date')) || (SELECT n FROM temp.col WHERE k = 'seen')
    || (SELECT th FROM temp.col WHERE k = 'evidence')
    || '</tr></thead><tbody>', '')
  || '<tr><th scope="row"><bdi>' || coalesce((SELECT shown FROM temp.shown
    WHERE name = who), csto_html(who)) || '</bdi>'
  || iif(f.section = 'chair', coalesce(' · <bdi>' || coalesce((SELECT shown
    FROM temp.shown WHERE name = kind), csto_html(kind)) || '</bdi>', ''), '')
  -- what is planned, or whose time in the chair is not told, was so that day
  || coalesce(s.tags, '') || iif(states = 'planned' OR (f.section = 'chair'
    AND dates IS NULL), coalesce(
    ' <span class="meta">' || (SELECT t FROM temp.l WHERE k = 'as_of')
    || ' <bdi>' || last_ || '</bdi></span>', ''), '')
  || coalesce((SELECT html FROM temp.voice WHERE speaker = told_by), '')
  || '</th><td>' || iif(f.section = 'stance'
      OR kind IN ('participates_in', 'adopted'), (SELECT t FROM temp.l
        WHERE k = kind) || ': ', '')
  || '<bdi>' || coalesce((SELECT shown FROM temp.shown WHERE name = f.what),
    csto_html(f.what), '') || '</bdi>'
  || iif(p.second = 'post', coalesce(' <span class="meta"><bdi dir="ltr">'
    || csto_html(dates) || '</bdi></span>', ''), '')
  || '</td>' || iif(p.second = 'post', '<td class="meta d">', '<td>')
  || iif(p.second = 'post', coalesce('<bdi>' || first_ || '</bdi>'
      || iif(last_ <> first_, ' – <bdi>' || last_ || '</bdi>', ''), ''),
    -- a day of no known year says nothing here
    coalesce('<bdi dir="ltr">' || replace(csto_html(iif(instr(dates, 'XXXX'),
      NULL, dates)), '/', '/<wbr>') || '</bdi>', ''))
  || '</td><td class="n">' || stories || '</td><td>' || coalesce(html, '')
  || '</td></tr>' || iif(n = min(of_, 14), '</tbody></table></div>', '')
  FROM (SELECT *, first AS first_, last AS last_ FROM temp.prof) f
    JOIN temp.part_ p USING(section)
    LEFT JOIN temp.said_of s USING(id)
    LEFT JOIN temp.ref r ON r.what = 'prof' AND r.key = f.id
  ORDER BY f.id;
SELECT iif(key = 1, '<h3>' || (SELECT t FROM temp.l WHERE k = 'threat')
    || '</h3>', '') || '<blockquote><p dir="auto"' || coalesce(' lang="'
    || csto_html(a.lang) || '"', '') || '>' || csto_html(t.text) || ' '
  || coalesce(html, '') || '</p></blockquote>'
  FROM temp.threat t JOIN article a ON a.id = t.article
    JOIN temp.ref r ON r.what = 'threat' AND r.key = t.rowid
  ORDER BY key;
SELECT '</section>';
