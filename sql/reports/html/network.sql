-- network.sql - the names that stand together, drawn and in numbers.

-- The network: of each kind the 12 most frequent names, on a circle, persons,
-- institutions and places in arcs of their own; the strongest edges through
-- the middle.
DROP TABLE IF EXISTS temp.node;
CREATE TEMP TABLE node AS
  SELECT name, type, name_en, stories FROM (
    SELECT *, row_number() OVER (PARTITION BY type
      ORDER BY stories DESC, name) AS k FROM temp.top WHERE stories > 1
        AND name NOT IN (SELECT name FROM temp.any_))
  WHERE k <= 12 ORDER BY CASE type WHEN 'PERSON' THEN 1 WHEN 'ORG' THEN 2
      ELSE 3 END, stories DESC, name;
.read sql/reports/parts/edges.sql
DROP TABLE IF EXISTS temp.tie;
CREATE TEMP TABLE tie AS
  SELECT row_number() OVER (ORDER BY together * log(lift + 1) DESC, a, b)
      AS n, a, b, together, lift
    FROM temp.edge WHERE lift > 1.05 ORDER BY n LIMIT 70;
DROP TABLE IF EXISTS temp.point;
CREATE TEMP TABLE point AS
  SELECT *, 500 + 250 * sin(w) AS x, 440 - 250 * cos(w) AS y,
    500 + 268 * sin(w) AS lx, 440 - 268 * cos(w) AS ly,
    degrees(w) + iif(sin(w) >= 0, -90, 90) AS turn
  FROM (SELECT n.*, n.rowid AS i, max(n.stories) OVER () AS most,
      6.283185307 * (row_number() OVER (ORDER BY n.rowid) - .5)
        / count(*) OVER () AS w FROM temp.node n
      WHERE n.rowid IN (SELECT a FROM temp.tie UNION SELECT b FROM temp.tie));
SELECT '<section id="network"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'network';
SELECT '<p class="note">' || t || '</p></section>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.tie);
SELECT '<figure tabindex="0"><svg viewBox="0 -15 1000 910" role="img" '
  || 'aria-labelledby="net-t net-d"><title id="net-t">'
  || (SELECT t FROM temp.l WHERE k = 'network') || '</title><desc id="net-d">'
  || (SELECT t FROM temp.l WHERE k = 'network_desc') || '</desc>'
  WHERE EXISTS(SELECT 1 FROM temp.tie);
SELECT printf('<path d="M%.1f %.1f Q%.1f %.1f %.1f %.1f" fill="none" '
    || 'stroke="%s" stroke-opacity=".%d" stroke-width="%.1f"/>', p.x, p.y,
    500 + (p.x + q.x - 1000) * .2, 440 + (p.y + q.y - 880) * .2, q.x, q.y,
    iif(p.type = q.type, CASE p.type WHEN 'PERSON' THEN '#8a3b12'
      WHEN 'ORG' THEN '#0f4c4a' ELSE '#3d4f8f' END, '#8c7a4f'),
    30 + 45 * together / (SELECT max(together) FROM temp.tie),
    1 + 7.0 * together / (SELECT max(together) FROM temp.tie))
  FROM temp.tie t JOIN temp.point p ON p.i = t.a JOIN temp.point q ON q.i = t.b
  ORDER BY together, t.n;
SELECT printf('<circle cx="%.1f" cy="%.1f" r="%.1f" fill="%s"/><text '
    || 'transform="translate(%.1f %.1f) rotate(%.1f)" dy="5" font-size="16" '
    || 'text-anchor="%s" direction="ltr">', x, y,
    4 + 9 * sqrt(1.0 * stories / most), CASE type WHEN 'PERSON' THEN '#8a3b12'
      WHEN 'ORG' THEN '#0f4c4a' ELSE '#3d4f8f' END, lx, ly, turn,
    iif(sin(w) >= 0, 'start', 'end'))
  -- isolated by U+2068 and U+2069, for bdi is no part of SVG
  || '&#8296;' || csto_html(iif(length(called) > wide,
    substr(called, 1, wide - 1) || '…', called)) || '&#8297;</text>'
  FROM (SELECT *, iif((SELECT rtl FROM temp.p), 27, 21) AS wide,
      iif((SELECT rtl FROM temp.p), name, coalesce(name_en, name))
      AS called FROM temp.point)
  WHERE EXISTS(SELECT 1 FROM temp.tie) ORDER BY i;
SELECT '</svg><figcaption>' || (SELECT group_concat('<span class="dot" '
    || 'style="background:var(--' || k || ')"></span> ' || t, ' ')
    FROM (SELECT k, t FROM temp.l WHERE k IN ('PERSON', 'ORG', 'GPE')
      ORDER BY k DESC)) || ' · ' || (SELECT t FROM temp.l
    WHERE k = 'network_desc') || '</figcaption></figure>
<div class="scroll" tabindex="0"><table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'network') || coalesce((SELECT printf(
      ' (12 %s %d)', t, n) FROM temp.l, (SELECT count(*) AS n FROM temp.tie)
    WHERE k = 'of' AND n > 12), '') || '</caption><thead><tr>'
  || (SELECT th || th FROM temp.col WHERE k = 'name')
  || (SELECT n FROM temp.col WHERE k = 'together')
  || (SELECT n FROM temp.col WHERE k = 'lift') || '</tr></thead><tbody>'
  WHERE EXISTS(SELECT 1 FROM temp.tie);
SELECT '<tr><td><bdi>' || (SELECT shown FROM temp.shown WHERE name = p.name)
  || '</bdi></td><td><bdi>' || (SELECT shown FROM temp.shown
    WHERE name = q.name) || '</bdi></td><td class="n">' || together
  || '</td><td class="n">' || printf('%.1f', lift) || '</td></tr>'
  FROM temp.tie t JOIN temp.node p ON p.rowid = t.a
    JOIN temp.node q ON q.rowid = t.b
  ORDER BY t.n LIMIT 12;
SELECT '</tbody></table></div><p class="note">' || t || '</p></section>'
  FROM temp.l WHERE k = 'lift_note' AND EXISTS(SELECT 1 FROM temp.tie);
