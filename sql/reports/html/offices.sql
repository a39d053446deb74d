-- offices.sql - people and their offices.

SELECT '<section id="offices"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'offices';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.seat), 'offices_note', 'none');
SELECT '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'offices') || '</caption><thead><tr>'
  || (SELECT th FROM temp.col WHERE k = 'person')
  || (SELECT th FROM temp.col WHERE k = 'post')
  || (SELECT n FROM temp.col WHERE k = 'seen')
  || (SELECT th FROM temp.col WHERE k = 'told')
  || (SELECT th FROM temp.col WHERE k = 'evidence')
  || '</tr></thead>' WHERE EXISTS(SELECT 1 FROM temp.seat);
SELECT iif(k = 1, '<tbody>', '') || '<tr>' || iif(k = 1,
    '<th scope="rowgroup" rowspan="' || (SELECT count(*) FROM temp.seat x
      WHERE x.subject = o.subject) || '"><bdi>'
    || coalesce((SELECT shown FROM temp.shown WHERE name = subject),
      csto_html(subject)) || '</bdi></th>', '')
  || '<td><bdi>' || csto_html(object) || '</bdi>'
  || coalesce(' <span class="meta"><bdi dir="ltr">' || csto_html(
    iif(instr(dates, 'XXXX'), NULL, dates)) || '</bdi></span>', '')
  || iif(status = 'planned' OR status = 'former'
      AND object NOT GLOB '*سابق*' AND object NOT GLOB '*سبق*',
    (SELECT tag FROM temp.col c WHERE c.k = status), '')
  || iif(accepted, (SELECT tag FROM temp.col c WHERE c.k = 'accepted'), '')
  || '</td><td class="n">' || stories || '</td><td class="meta d">'
  || coalesce('<bdi>' || first || '</bdi>' || iif(last <> first,
    ' – <bdi>' || last || '</bdi>', ''), '')
  || '</td><td>' || coalesce(html, '') || '</td></tr>'
  || iif(k = (SELECT max(k) FROM temp.seat x WHERE x.subject = o.subject),
    '</tbody>', '')
  FROM temp.seat o LEFT JOIN temp.ref ON what = 'office' AND key = n
  ORDER BY n;
SELECT '</table></div>' WHERE EXISTS(SELECT 1 FROM temp.seat);
SELECT '</section>';
