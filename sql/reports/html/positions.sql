-- positions.sql - who supports, opposes or demands what.

SELECT '<section id="positions"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'positions';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.position);
SELECT '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'positions') || '</caption><thead><tr>'
  || (SELECT group_concat(th, '') FROM (SELECT th FROM (VALUES('who'),
      ('kind'), ('what')) v JOIN temp.col ON k = column1))
  || (SELECT n FROM temp.col WHERE k = 'seen')
  || (SELECT th FROM temp.col WHERE k = 'evidence')
  || '</tr></thead><tbody>' WHERE EXISTS(SELECT 1 FROM temp.position);
-- A mark of quotation that has lost its fellow goes.
SELECT '<tr><th scope="row"><bdi>' || coalesce(x.shown, csto_html(subject))
  || '</bdi></th><td>' || (SELECT t FROM temp.l WHERE k = relation)
  || iif(accepted, (SELECT tag FROM temp.col c WHERE c.k = 'accepted'), '')
  || '</td><td><bdi>' || coalesce(y.shown, csto_html(object_))
  || '</bdi>' || iif(object_ <> '' AND it <> '', ': ', '')
  || '<bdi>' || csto_html(iif(length(it) > 240, rtrim(substr(it, 1, 230),
    replace(substr(it, 1, 230), ' ', '')) || '…', it))
  || '</bdi>'
  || coalesce((SELECT html FROM temp.voice WHERE speaker = told_by), '')
  || '</td><td class="n">' || stories || '</td><td>'
  || coalesce(html, '') || '</td></tr>'
  FROM (SELECT n, subject, relation, stories, accepted, told_by,
      iif((length(object) - length(replace(object, '"', ''))) % 2,
        replace(object, '"', ''), object) AS object_,
      iif((length(detail) - length(replace(detail, '"', ''))) % 2,
        replace(detail, '"', ''), detail) AS it FROM temp.position)
    LEFT JOIN temp.shown x ON x.name = subject
    LEFT JOIN temp.shown y ON y.name = object_
    LEFT JOIN temp.ref r ON r.what = 'position' AND r.key = n ORDER BY n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.position);
SELECT '</section>';
