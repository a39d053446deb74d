-- organization.sql - the profile of one organization; disagreements.

SELECT '<section id="profile"><h2>' || t || coalesce(': <bdi>'
  || csto_html((SELECT name FROM temp.about)) || '</bdi>', '') || '</h2>'
  FROM temp.l WHERE k = 'profile';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.prof)
    AND NOT EXISTS(SELECT 1 FROM temp.threat);

-- Members and bodies as rows of names.
SELECT iif(n = 1, '<h3>' || (SELECT t FROM temp.l
    WHERE k = iif(section = 'former', 'former_m', section))
    || '</h3><ul class="chips">', '')
  || '<li><bdi>' || csto_html(coalesce(who, '')) || '</bdi>'
  || coalesce(': <bdi>' || csto_html(nullif(p.what, '')) || '</bdi>', '')
  || coalesce(' <span class="meta"><bdi dir="ltr">' || csto_html(date)
    || '</bdi></span>', '') || ' <span class="meta">(' || stories
  || ')</span> ' || coalesce(html, '') || '</li>'
  || iif(n = (SELECT max(n) FROM temp.prof x WHERE x.section = p.section),
    '</ul>', '')
  FROM temp.prof p LEFT JOIN temp.ref r ON r.what = 'prof' AND r.key = p.rowid
  WHERE section IN ('member', 'former', 'candidate', 'body')
  ORDER BY CASE section WHEN 'member' THEN 1 WHEN 'former' THEN 2
      WHEN 'candidate' THEN 3 ELSE 4 END, n;

-- All else as a table a section.
SELECT iif(n = 1, '<div class="scroll"><table><caption>' || (SELECT t
    FROM temp.l WHERE k = iif(section = 'event', 'event_s', section))
    || '</caption><thead><tr><th scope="col">' || (SELECT t FROM temp.l
      WHERE k = CASE section WHEN 'secretary' THEN 'person'
        WHEN 'officer' THEN 'person' WHEN 'stance' THEN 'who'
        WHEN 'chair' THEN 'who'
        WHEN 'event' THEN 'event' ELSE 'what' END)
    || '</th><th scope="col">' || (SELECT t FROM temp.l
      WHERE k = CASE section WHEN 'chair' THEN 'slogan'
        WHEN 'secretary' THEN 'post' WHEN 'officer' THEN 'post'
        WHEN 'slogan' THEN 'subject' WHEN 'stance' THEN 'what'
        WHEN 'priority' THEN 'speaker' ELSE 'place' END)
    || '</th><th scope="col">' || (SELECT t FROM temp.l WHERE k = 'date')
    || '</th><th scope="col" class="n">' || (SELECT t FROM temp.l
      WHERE k = 'seen') || '</th><th scope="col">' || (SELECT t FROM temp.l
      WHERE k = 'evidence') || '</th></tr></thead><tbody>', '')
  || '<tr><th scope="row"><bdi>' || csto_html(coalesce(who, ''))
  || '</bdi>' || iif(status IN ('former', 'planned')
      OR status = 'held' AND section = 'event', ' <span class="tag ' || status || '">' || (SELECT t FROM temp.l
    WHERE k = status) || '</span>', '') || '</th><td>'
  || CASE section WHEN 'stance' THEN
      (SELECT t FROM temp.l WHERE k = substr(p.what, 1,
        instr(p.what, char(10)) - 1))
      || ' <bdi>' || csto_html(trim(replace(substr(p.what,
        instr(p.what, char(10)) + 1), char(10), ': '), ': ')) || '</bdi>'
    ELSE '<bdi>' || csto_html(coalesce(p.what, '')) || '</bdi>' END
  || '</td><td>' || coalesce('<bdi dir="ltr">' || csto_html(date)
    || '</bdi>', '') || '</td><td class="n">' || stories || '</td><td>'
  || coalesce(html, '') || '</td></tr>'
  || iif(n = (SELECT max(n) FROM temp.prof x WHERE x.section = p.section),
    '</tbody></table></div>', '')
  FROM temp.prof p LEFT JOIN temp.ref r ON r.what = 'prof' AND r.key = p.rowid
  WHERE section NOT IN ('member', 'former', 'candidate', 'body')
  ORDER BY CASE section WHEN 'chair' THEN 4 WHEN 'slogan' THEN 5
      WHEN 'secretary' THEN 6 WHEN 'officer' THEN 7
      WHEN 'founding' THEN 9 WHEN 'signing' THEN 10 WHEN 'priority' THEN 11
      WHEN 'stance' THEN 12 ELSE 13 END, n;
SELECT iif(key = 1, '<h3>' || (SELECT t FROM temp.l WHERE k = 'threat')
    || '</h3>', '') || '<blockquote><p><bdi>' || csto_html(t.text)
  || '</bdi> ' || coalesce(html, '') || '</p></blockquote>'
  FROM temp.threat t JOIN temp.ref r ON r.what = 'threat' AND r.key = t.rowid
  ORDER BY key;
SELECT '</section>';

SELECT '<section id="disagreements"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'disagreements';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.versus), 'disagreements_note',
    'none');
SELECT '<div class="scroll"><table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'disagreements') || '</caption><thead><tr><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'subject') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'one') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'other') || '</th></tr></thead><tbody>'
  WHERE EXISTS(SELECT 1 FROM temp.versus);
SELECT '<tr><th scope="row"><bdi>' || csto_html(v.about) || '</bdi>'
  || coalesce(' · <bdi>' || csto_html(v.of_) || '</bdi>', '')
  || '<br><span class="tag">' || (SELECT t FROM temp.l
    WHERE k = 'k_' || v.kind) || '</span></th><td><strong><bdi>'
  || coalesce((SELECT t FROM temp.l WHERE k = v.one), csto_html(v.one))
  || '</bdi></strong> ' || coalesce(x.html, '') || '<br><bdi>'
  || csto_html(a.evidence) || '</bdi><br><span class="meta"><bdi>'
  || csto_html(coalesce(a.site, '')) || '</bdi> <bdi>'
  || csto_html(coalesce(substr(a.published, 1, 10), ''))
  || '</bdi></span></td><td><strong><bdi>'
  || coalesce((SELECT t FROM temp.l WHERE k = v.other), csto_html(v.other))
  || '</bdi></strong> ' || coalesce(y.html, '') || '<br><bdi>'
  || csto_html(b.evidence) || '</bdi><br><span class="meta"><bdi>'
  || csto_html(coalesce(b.site, '')) || '</bdi> <bdi>'
  || csto_html(coalesce(substr(b.published, 1, 10), ''))
  || '</bdi></span></td></tr>'
  FROM temp.versus v JOIN claim a ON a.id = v.claim_one
    JOIN claim b ON b.id = v.claim_other
    LEFT JOIN temp.ref x ON x.what = 'one' AND x.key = v.n
    LEFT JOIN temp.ref y ON y.what = 'other' AND y.key = v.n ORDER BY v.n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.versus);
SELECT '</section>';
