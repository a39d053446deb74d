-- speech.sql - who said what; people and their offices; positions.

SELECT '<section id="said"><h2>' || t || '</h2>' FROM temp.l WHERE k = 'said';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.word);
SELECT '<div class="scroll"><table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'speakers') || '</caption><thead><tr><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'speaker') || '</th><th scope="col" '
  || 'class="n">' || (SELECT t FROM temp.l WHERE k = 'quotes')
  || '</th><th scope="col" class="n">' || (SELECT t FROM temp.l
    WHERE k = 'direct') || '</th><th scope="col" class="n">'
  || (SELECT t FROM temp.l WHERE k = 'seen') || '</th><td></td></tr></thead>'
  || '<tbody>' WHERE EXISTS(SELECT 1 FROM temp.word);
SELECT '<tr><th scope="row"><bdi>' || csto_html((SELECT shown FROM temp.shown
    WHERE name = speaker)) || '</bdi></th><td class="n">' || quotes || '</td><td class="n">' || direct
  || '</td><td class="n">' || stories || '</td><td class="bar"><span '
  || 'style="width:' || printf('%.0f', max(2, 100.0 * stories
    / (SELECT max(stories) FROM temp.speaker))) || '%"></span></td></tr>'
  FROM temp.speaker ORDER BY stories DESC, quotes DESC, speaker;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.word);
SELECT iif(speaker IS NOT lag(speaker) OVER (ORDER BY n), '<h3><bdi>'
    || csto_html((SELECT shown FROM temp.shown WHERE name = speaker)) || '</bdi></h3>', '')
  || '<blockquote><p><bdi>' || iif(direct AND plain, '«', '') || csto_html(
    iif(length(quote) > 420, substr(quote, 1, 400) || '…', quote))
  || iif(direct AND plain, '»', '') || '</bdi> ' || coalesce(html, '')
  || '</p><footer><bdi>' || csto_html(coalesce(verb, '')) || '</bdi> · '
  || (SELECT t FROM temp.l WHERE k = iif(direct, 'direct', 'reported'))
  || coalesce(' · <bdi>' || csto_html(site) || '</bdi>', '')
  || coalesce(' · <bdi><time datetime="' || csto_html(published) || '">'
    || csto_html(substr(published, 1, 10)) || '</time></bdi>', '')
  || '</footer></blockquote>'
  FROM (SELECT *, quote NOT GLOB '*["“”«»]*' AS plain FROM temp.word)
    LEFT JOIN temp.ref ON what = 'word' AND key = n ORDER BY n;
SELECT '</section>';

SELECT '<section id="offices"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'offices';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.office);
SELECT '<div class="scroll"><table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'offices') || '</caption><thead><tr><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'person') || '</th><th scope="col">'
  || (SELECT t FROM temp.l WHERE k = 'post') || '</th><th scope="col" '
  || 'class="n">' || (SELECT t FROM temp.l WHERE k = 'seen')
  || '</th><th scope="col">' || (SELECT t FROM temp.l WHERE k = 'period')
  || '</th><th scope="col">' || (SELECT t FROM temp.l WHERE k = 'evidence')
  || '</th></tr></thead>' WHERE EXISTS(SELECT 1 FROM temp.office);
SELECT iif(k = 1, '<tbody>', '') || '<tr>' || iif(k = 1,
    '<th scope="rowgroup" rowspan="' || (SELECT count(*) FROM temp.office x
      WHERE x.subject = o.subject) || '"><bdi>'
    || csto_html(coalesce((SELECT shown FROM temp.shown WHERE name = subject),
      subject)) || '</bdi></th>', '')
  || '<td><bdi>' || csto_html(coalesce(object, '')) || '</bdi>'
  || iif(status IN ('former', 'planned'), ' <span class="tag '
    || csto_html(status) || '">' || (SELECT t FROM temp.l l
      WHERE l.k = status) || '</span>', '')
  || iif(accepted, ' <span class="tag">' || (SELECT t FROM temp.l l
    WHERE l.k = 'accepted') || '</span>', '')
  || '</td><td class="n">' || stories || '</td><td class="meta">'
  || coalesce('<bdi>' || substr(first_seen, 1, 10) || '</bdi>'
    || iif(substr(last_seen, 1, 10) <> substr(first_seen, 1, 10), ' – <bdi>'
      || substr(last_seen, 1, 10) || '</bdi>', ''), '')
  || '</td><td>' || coalesce(html, '') || '</td></tr>'
  FROM temp.office o LEFT JOIN temp.ref ON what = 'office' AND key = n
  ORDER BY n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.office);
SELECT '</section>';
