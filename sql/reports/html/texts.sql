-- texts.sql - copies; then each piece of evidence, highlighted in its place.

SELECT '<section id="copies"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'copies';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.copied), 'copies_note', 'none');
SELECT '<div class="scroll" tabindex="0">'
  || '<table><caption>' || (SELECT t FROM temp.l
    WHERE k = 'copies') || '</caption><thead><tr>'
  || (SELECT th FROM temp.col WHERE k = 'earliest')
  || (SELECT th FROM temp.col WHERE k = 'date')
  || (SELECT n FROM temp.col WHERE k = 'n_copies')
  || (SELECT th FROM temp.col WHERE k = 'carried')
  || '</tr></thead><tbody>' WHERE EXISTS(SELECT 1 FROM temp.copied);
WITH m AS (
  SELECT c.n, c.copies, a.site, a.title, a.day, a.path,
    row_number() OVER (PARTITION BY c.story
      ORDER BY a.published IS NULL, a.published, a.path) AS k
  FROM temp.copied c JOIN news a USING(story))
SELECT '<tr><th scope="row"><bdi>' || csto_html(coalesce(f.title, f.path))
  || '</bdi><br><span class="meta"><bdi>' || csto_html(coalesce(f.site, f.path))
  || '</bdi></span></th><td class="d"><bdi>' || coalesce(f.day,
    (SELECT t FROM temp.l WHERE k = 'unknown')) || '</bdi></td><td class="n">'
  || f.copies || '</td><td>' || (SELECT group_concat(h, ' · ') FROM (
      SELECT '<bdi>' || csto_html(coalesce(o.site, o.path)) || '</bdi>'
        || coalesce(' <span class="meta"><bdi dir="ltr">' || csto_html(o.day)
        || '</bdi></span>', '') AS h
      FROM m o WHERE o.n = f.n AND o.k > 1 ORDER BY o.k LIMIT 8))
  || '</td></tr>'
  FROM m f WHERE f.k = 1 ORDER BY f.n;
SELECT '</tbody></table></div>' WHERE EXISTS(SELECT 1 FROM temp.copied);
SELECT '</section>';

-- The whole texts cut at the borders of the evidence.
DROP TABLE IF EXISTS temp.piece_;
CREATE TEMP TABLE piece_ AS
  WITH f(article, text) AS MATERIALIZED (
    SELECT t.article, a.body FROM temp.text t JOIN article a
      ON a.id = t.article),
  border(article, at) AS (
    SELECT article, 1 FROM f
    UNION SELECT article, length(text) + 1 FROM f
    UNION SELECT e.article, start FROM temp.ev e WHERE e.field = 'body'
    UNION SELECT e.article, start + length FROM temp.ev e
      WHERE e.field = 'body'),
  cut AS (SELECT article, at, lead(at) OVER (PARTITION BY article
    ORDER BY at) AS upto FROM border)
  SELECT c.article, c.at,
    iif(EXISTS(SELECT 1 FROM temp.ev e WHERE e.article = c.article
        AND e.field = 'body' AND e.start <= c.at
        AND e.start + e.length >= c.upto),
      '<mark>' || csto_html(substr(f.text, c.at, c.upto - c.at)) || '</mark>',
      csto_html(substr(f.text, c.at, c.upto - c.at))) AS html
  FROM cut c JOIN f USING(article) WHERE upto NOTNULL;
CREATE INDEX temp.piece_at ON piece_(article, at);

SELECT '<section id="texts"><h2>' || t || '</h2>' FROM temp.l
  WHERE k = 'texts';
SELECT '<p class="note">' || t || '</p>' FROM temp.l
  WHERE k = iif(EXISTS(SELECT 1 FROM temp.ev), 'texts_note', 'none');
SELECT '<article class="src" id="a' || t.n || '"' || coalesce(' lang="'
  || csto_html(a.lang) || '"', '') || '><h3><bdi>'
  || csto_html(coalesce(a.title, a.path)) || '</bdi></h3><p class="meta">'
  || coalesce('<bdi>' || csto_html(a.site) || '</bdi> · ', '')
  || coalesce('<bdi><time datetime="' || csto_html(a.published) || '">'
    || csto_html(substr(a.published, 1, 10)) || '</time></bdi> · ', '')
  || iif(a.url GLOB 'http*://*', '<a rel="noreferrer" href="'
    || csto_html(a.url) || '"><bdi dir="ltr">' || csto_html(a.path)
    || '</bdi></a>', '<bdi dir="ltr">' || csto_html(a.path) || '</bdi>')
  || '</p><ol>' || (SELECT group_concat('<li id="e' || n
    || '"><span class="num">' || n || '</span><span dir="auto">' || before
    || '<mark>' || it || '</mark>' || after || '</span></li>', char(10))
    FROM (SELECT n, csto_html(iif(start > 91, '… ' || substr(pre,
          instr(pre, ' ') + 1), pre)) AS before,
        csto_html(it || iif(length > 700, '…', '')) AS it,
        csto_html(iif(rest, rtrim(post, replace(post, ' ', '')) || '…', post))
          AS after
      FROM (SELECT e.n, e.start, e.length, replace(substr(x, max(1, e.start
            - 90), e.start - max(1, e.start - 90)), char(10), ' ') AS pre,
          replace(substr(x, e.start, min(e.length, 700)), char(10), ' ') AS it,
          replace(iif(e.length > 700, '', substr(x, e.start + e.length, 90)),
            char(10), ' ') AS post,
          e.length <= 700 AND length(x) > e.start + e.length + 90 AS rest
        FROM (SELECT e.*, CASE e.field WHEN 'title' THEN a.title
            WHEN 'lead' THEN a.lead ELSE a.body END AS x
          FROM temp.ev e WHERE e.article = t.article) e) ORDER BY n))
  || '</ol><details><summary>' || (SELECT t FROM temp.l WHERE k = 'full')
  || '</summary><div class="body" dir="auto">' || coalesce((SELECT
    group_concat(html, '') FROM (SELECT html FROM temp.piece_ x
      WHERE x.article = t.article ORDER BY at)), '')
  || '</div></details></article>'
  FROM temp.text t JOIN article a ON a.id = t.article ORDER BY t.n;
SELECT '</section>
</main>
<footer><p>csto <bdi>' || csto_version() || '</bdi></p></footer>
</body>
</html>';
