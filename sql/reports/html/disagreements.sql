-- disagreements.sql - statements that do not go together, side by side.

SELECT '<section id="disagreements"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'disagreements';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.versus), 'disagreements_note',
    'none');
SELECT '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'disagreements') || '</caption><thead><tr>'
  || (SELECT group_concat(th, '') FROM (SELECT th FROM (VALUES('subject'),
      ('one'), ('other')) v JOIN temp.col ON k = column1))
  || '</tr></thead><tbody>' WHERE EXISTS(SELECT 1 FROM temp.versus);
-- What each side says, its evidence, and where it stands.
DROP TABLE IF EXISTS temp.side;
CREATE TEMP TABLE side AS
  SELECT s.which, s.n, '<td><strong><bdi>' || coalesce((SELECT t FROM temp.l
      WHERE k = s.says), csto_html(s.says)) || '</bdi></strong>'
    || coalesce(v.html, '') || ' ' || coalesce(r.html, '')
    || '<br><bdi>' || csto_html(c.evidence)
    || '</bdi><br><span class="meta"><bdi>' || csto_html(coalesce(c.site, ''))
    || '</bdi> <bdi>' || csto_html(coalesce(substr(c.published, 1, 10), ''))
    || '</bdi></span></td>' AS html
  FROM (SELECT 'one' AS which, n, one AS says, claim_one AS claim
      FROM temp.versus
    UNION ALL SELECT 'other', n, other, claim_other FROM temp.versus) s
    JOIN claim c ON c.id = s.claim
    LEFT JOIN temp.ref r ON r.what = s.which AND r.key = s.n
    LEFT JOIN temp.told_by b ON b.claim = s.claim
    LEFT JOIN temp.voice v ON v.speaker = b.speaker;
SELECT '<tr><th scope="row"><bdi>' || coalesce((SELECT shown FROM temp.shown
    WHERE name = v.about), csto_html(v.about)) || '</bdi>'
  || coalesce(' · <bdi>' || coalesce((SELECT shown FROM temp.shown
    WHERE name = v.of_), csto_html(v.of_)) || '</bdi>', '')
  || '<br><span class="tag">' || (SELECT t FROM temp.l
    WHERE k = 'k_' || v.kind) || '</span></th>' || x.html || y.html || '</tr>'
  FROM temp.versus v JOIN temp.side x ON x.n = v.n AND x.which = 'one'
    JOIN temp.side y ON y.n = v.n AND y.which = 'other'
  ORDER BY v.n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.versus);
SELECT '</section>';
