-- speech.sql - who said what, under each speaker's name and the office that
-- most stories give him.

SELECT '<section id="said"><h2>' || t || '</h2>' FROM temp.l WHERE k = 'said';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = 'none' AND NOT EXISTS(SELECT 1 FROM temp.speaker);
SELECT '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'speakers') || '</caption><thead><tr>'
  || (SELECT th FROM temp.col WHERE k = 'speaker')
  || (SELECT n FROM temp.col WHERE k = 'quotes')
  || (SELECT n FROM temp.col WHERE k = 'of_direct')
  || (SELECT n FROM temp.col WHERE k = 'seen')
  || '<td></td></tr></thead><tbody>'
  WHERE EXISTS(SELECT 1 FROM temp.speaker);
SELECT '<tr><th scope="row"><bdi>' || (SELECT shown FROM temp.shown
    WHERE name = speaker) || '</bdi></th><td class="n">' || quotes
  || '</td><td class="n">' || direct || '</td><td class="n">' || stories
  || '</td><td class="bar"><span style="width:' || printf('%.0f', max(2,
    100.0 * stories / (SELECT max(stories) FROM temp.speaker)))
  || '%"></span></td></tr>'
  FROM temp.speaker ORDER BY stories DESC, quotes DESC, speaker;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.speaker);
-- The verb stands before the words, as in the text: many a reported saying
-- says nothing without it (denied: any role).
SELECT iif(speaker IS NOT lag(speaker) OVER (ORDER BY n), '<h3><bdi>'
    || (SELECT shown FROM temp.shown WHERE name = speaker)
    || '</bdi>' || coalesce((SELECT ' <span class="meta"><bdi>'
      || csto_html(object) || '</bdi></span>' FROM temp.known_as
      WHERE name = speaker), '')
    || '</h3>', '')
  || '<blockquote><p dir="auto"' || coalesce(' lang="' || csto_html(lang)
    || '"', '') || '>' || iif(led <> '', '<span class="verb">' || led
    || '</span> ', '')
  || iif(direct AND plain, '«', '') || csto_html(iif(length(quote) > 420,
    rtrim(cut, replace(cut, ' ', '')) || '…', quote))
  || iif(direct AND plain, '»', '') || ' ' || coalesce(html, '')
  || '</p><footer>' || (SELECT t FROM temp.l
    WHERE k = iif(direct, 'direct', 'reported'))
  || coalesce(' · <bdi>' || csto_html(site) || '</bdi>', '')
  || coalesce(' · <bdi><time datetime="' || csto_html(published) || '">'
    || csto_html(substr(published, 1, 10)) || '</time></bdi>', '')
  || '</footer></blockquote>'
  FROM (SELECT w.*, a.lang, substr(quote, 1, 400) AS cut,
      quote NOT GLOB '*["“”«»]*' AS plain
      FROM temp.word w JOIN article a ON a.id = w.article)
    LEFT JOIN temp.ref ON what = 'word' AND key = n ORDER BY n;
SELECT '</section>';
