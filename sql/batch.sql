-- batch.sql - the next few megabytes of csto_todo, in one transaction.
--
-- Expects temp.run(dir, ...), csto, and what work.sql makes.  Reads each file
-- once and puts its pages into temp.page, whose triggers keep what was known
-- as an earlier version and find the facts; indexes the texts.  A kill at any
-- moment loses the open batch and nothing else.

BEGIN IMMEDIATE;

-- Which: about temp.run.batch bytes of files, at least one.
INSERT INTO temp.part(n, path, file, article, was, bytes)
  SELECT n, path, file, article, was, bytes FROM (
    SELECT *, sum(bytes + 500) OVER (ORDER BY n) AS upto
      FROM (SELECT * FROM main.csto_todo ORDER BY n LIMIT 2000))
  WHERE upto <= (SELECT batch FROM temp.run)
      OR n = (SELECT min(n) FROM main.csto_todo);

UPDATE temp.clock SET last = (SELECT coalesce(max(id), 0) FROM main.article);

-- Read them: by its path one file, by the pattern the rows of one file.
INSERT INTO temp.page(was, same, path, site, url, agency, author, published,
    published_text, updated, lang, words, encoding, layout, size, mtime, hash,
    error, title, caption, credit, lead, body)
  SELECT p.was, w.id NOTNULL AND w.hash IS a.hash AND w.error IS a.error,
    a.path, a.site, a.url, a.agency, a.author, a.published,
    a.published_text, a.updated, a.lang, a.words, a.encoding, a.layout,
    a.size, a.mtime, a.hash, a.error, a.title, a.caption, a.credit, a.lead,
    a.body
  FROM temp.part p CROSS JOIN csto_articles((SELECT dir FROM temp.run)) a
    LEFT JOIN main.article w ON w.id = p.was
  WHERE p.path NOTNULL AND p.file IS NULL AND a.path = p.path;
INSERT INTO temp.page(was, same, path, site, url, agency, author, published,
    published_text, updated, lang, words, encoding, layout, size, mtime, hash,
    error, title, caption, credit, lead, body)
  SELECT p.was, w.id NOTNULL AND w.hash IS a.hash AND w.error IS a.error,
    a.path, a.site, a.url, a.agency, a.author, a.published,
    a.published_text, a.updated, a.lang, a.words, a.encoding, a.layout,
    a.size, a.mtime, a.hash, a.error, a.title, a.caption, a.credit, a.lead,
    a.body
  FROM (SELECT DISTINCT file FROM temp.part WHERE file NOTNULL) f
    CROSS JOIN csto_articles((SELECT dir FROM temp.run)) a
    CROSS JOIN temp.part p ON p.path = a.path
    LEFT JOIN main.article w ON w.id = p.was
  WHERE a.path GLOB replace(replace(replace(f.file, '[', '[[]'),
      '*', '[*]'), '?', '[?]') || '#*'
    AND p.file = f.file;

-- Their words, all at once, so that the index's tables stay in the cache.
INSERT INTO main.search(rowid, title, lead, body)
  SELECT id, title, lead, body FROM main.article
   WHERE id > (SELECT last FROM temp.clock);

-- Stored texts to be read again: an earlier engine read them, or somebody
-- edited them, or the analyst set a field right.
INSERT INTO temp.again SELECT article FROM temp.part WHERE article NOTNULL;
INSERT OR IGNORE INTO temp.again
  SELECT a.id FROM main.correction c
    JOIN main.article a ON a.path = c.path AND +a.state = 'current'
   WHERE c.path IN (SELECT path FROM temp.part);
INSERT INTO temp.retitled SELECT id FROM temp.again
  JOIN main.article a USING(id)
  JOIN main.correction c ON c.path = a.path AND c.field = 'title'
  WHERE c.value IS NOT a.title;
INSERT INTO main.search(search, rowid, title, lead, body)
  SELECT 'delete', id, title, lead, body FROM main.article
   WHERE id IN (SELECT id FROM temp.retitled);
-- A field that is named is set, to nothing too; the others stay.
UPDATE main.article AS a SET
    published = iif(json_type(given, '$.published') NOTNULL,
      given ->> 'published', published),
    site = iif(json_type(given, '$.site') NOTNULL, given ->> 'site', site),
    title = iif(json_type(given, '$.title') NOTNULL, given ->> 'title', title),
    author = iif(json_type(given, '$.author') NOTNULL,
      given ->> 'author', author),
    agency = iif(json_type(given, '$.agency') NOTNULL,
      given ->> 'agency', agency)
  FROM (SELECT path AS of_, json_group_object(field, value || '') AS given
      FROM main.correction GROUP BY path)
  WHERE of_ = a.path AND a.id IN (SELECT id FROM temp.again);
INSERT INTO main.search(rowid, title, lead, body)
  SELECT id, title, lead, body FROM main.article
   WHERE id IN (SELECT id FROM temp.retitled);
DELETE FROM main.appearance WHERE (entity, article) IN (
  SELECT m.entity, m.article FROM temp.again g
    JOIN main.mention m ON m.article = g.id);
DELETE FROM main.shingle WHERE EXISTS(SELECT 1 FROM temp.again)
  AND article IN (SELECT id FROM temp.again);
DELETE FROM main.mention WHERE article IN (SELECT id FROM temp.again);
DELETE FROM main.quote WHERE article IN (SELECT id FROM temp.again);
DELETE FROM main.relation WHERE article IN (SELECT id FROM temp.again);
INSERT INTO temp.facts
  SELECT id, published, title, lead, body
    FROM temp.again JOIN main.article USING(id);
UPDATE main.article AS a SET simhash = csto_simhash(body), story = NULL,
    engine = (SELECT key FROM temp.engine),
    text_hash = (SELECT hash FROM csto_article(coalesce(a.title, '')
      || char(10) || coalesce(a.lead, '') || char(10)
      || coalesce(a.body, '')))
  WHERE id IN (SELECT id FROM temp.again);

UPDATE temp.clock SET done = EXISTS(SELECT 1 FROM temp.part);
DELETE FROM main.csto_todo WHERE n IN (SELECT n FROM temp.part);
DELETE FROM temp.part;
DELETE FROM temp.again;
DELETE FROM temp.retitled;
COMMIT;

SELECT printf('%s%d of %d articles, %d %%, %.1f MB/s, %d s left',
    (SELECT label FROM temp.run), files - todo, files,
    100 * (bytes - left_) / max(bytes, 1),
    (bytes - left_) / 1e6 / seconds,
    CAST(ceil(left_ * seconds / max(bytes - left_, 1)) AS INTEGER))
  FROM temp.clock, (SELECT count(*) AS todo,
      coalesce(sum(bytes), 0) AS left_ FROM main.csto_todo),
    (SELECT max((julianday('now') - started) * 86400, 0.001) AS seconds
       FROM temp.clock)
  WHERE done;
