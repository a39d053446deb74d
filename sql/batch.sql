-- batch.sql - the next few megabytes of csto_todo, in one transaction.
--
-- Expects temp.run(dir, ...), csto, and the temporary tables of work.sql.
-- Parses the files of the batch once, keeps what was known of them as an
-- earlier version, finds the facts of each text in one pass (the module
-- keeps the last text it analysed, so its entities, quotes and relations are
-- asked for one after another), indexes the text.  A kill at any moment
-- loses the open batch and nothing else.

BEGIN IMMEDIATE;

-- Which: about temp.run.batch bytes of files, at least one.
INSERT INTO temp.part
  SELECT n, path, file, article, bytes FROM (
    SELECT *, sum(bytes + 500) OVER (ORDER BY n) AS upto
      FROM (SELECT * FROM main.csto_todo ORDER BY n LIMIT 2000))
  WHERE upto <= (SELECT batch FROM temp.run)
      OR n = (SELECT min(n) FROM main.csto_todo);

-- Read them: by its path one file, by the pattern the rows of one file.
INSERT INTO temp.fresh(path, site, url, agency, author, published,
    published_text, updated, lang, words, encoding, layout, size, mtime, hash,
    error, title, caption, credit, lead, body)
  SELECT a.path, a.site, a.url, a.agency, a.author, a.published,
    a.published_text, a.updated, a.lang, a.words, a.encoding, a.layout,
    a.size, a.mtime, a.hash, a.error, a.title, a.caption, a.credit, a.lead,
    a.body
  FROM (SELECT path FROM temp.part WHERE path NOTNULL AND file IS NULL) p
  CROSS JOIN csto_articles((SELECT dir FROM temp.run)) a
  WHERE a.path = p.path;
INSERT INTO temp.fresh(path, site, url, agency, author, published,
    published_text, updated, lang, words, encoding, layout, size, mtime, hash,
    error, title, caption, credit, lead, body)
  SELECT a.path, a.site, a.url, a.agency, a.author, a.published,
    a.published_text, a.updated, a.lang, a.words, a.encoding, a.layout,
    a.size, a.mtime, a.hash, a.error, a.title, a.caption, a.credit, a.lead,
    a.body
  FROM (SELECT DISTINCT file FROM temp.part WHERE file NOTNULL) p
  CROSS JOIN csto_articles((SELECT dir FROM temp.run)) a
  WHERE a.path GLOB replace(replace(replace(p.file, '[', '[[]'),
      '*', '[*]'), '?', '[?]') || '#*'
    AND a.path IN (SELECT path FROM temp.part WHERE file = p.file);

-- The same bytes as the latest version: the page was only touched.
UPDATE temp.fresh SET was = (
  SELECT a.id FROM main.article a
   WHERE a.path = fresh.path AND +a.state <> 'earlier');
UPDATE temp.fresh SET same = 1 WHERE EXISTS(
  SELECT 1 FROM main.article a WHERE a.id = fresh.was
     AND a.hash IS fresh.hash AND a.error IS fresh.error);
UPDATE main.article AS a SET size = f.size, mtime = f.mtime, state = 'current'
  FROM temp.fresh f WHERE f.same AND a.id = f.was;

-- Other bytes: the earlier text and its facts stay, marked.
UPDATE main.article SET state = 'earlier', story = NULL
  WHERE id IN (SELECT was FROM temp.fresh WHERE same IS NULL);
INSERT INTO main.article(path, version, site, url, agency, author, published,
    published_text, updated, lang, words, encoding, layout, size, mtime, hash,
    error, title, caption, credit, lead, body)
  SELECT path, 1 + coalesce((SELECT max(version) FROM main.article a
                              WHERE a.path = f.path), 0),
    site, url, agency, author, published, published_text, updated, lang,
    words, encoding, layout, size, mtime, hash, error, title, caption, credit,
    lead, body
  FROM temp.fresh f WHERE same IS NULL ORDER BY n;

-- The articles whose facts are to be found: new ones, and stored ones that
-- an earlier engine read or somebody edited.
INSERT INTO temp.batch(id, fresh)
  SELECT a.id, 1 FROM temp.fresh f CROSS JOIN main.article a
      ON a.path = f.path
   WHERE f.same IS NULL AND +a.state = 'current';
INSERT INTO temp.batch(id, fresh)
  SELECT article, 0 FROM temp.part WHERE article NOTNULL;

-- What the analyst set right, in the article and in the index.
INSERT INTO temp.retitled SELECT b.id FROM temp.batch b
  JOIN main.article a USING(id)
  JOIN main.correction c ON c.path = a.path AND c.field = 'title'
  WHERE NOT b.fresh AND c.value IS NOT a.title;
INSERT INTO main.search(search, rowid, title, lead, body)
  SELECT 'delete', id, title, lead, body FROM main.article
   WHERE id IN (SELECT id FROM temp.retitled);
UPDATE main.article AS a SET
  published = iif(c.field = 'published', c.value, a.published),
  site = iif(c.field = 'site', c.value, a.site),
  title = iif(c.field = 'title', c.value, a.title),
  author = iif(c.field = 'author', c.value, a.author),
  agency = iif(c.field = 'agency', c.value, a.agency)
  FROM main.correction c
  WHERE c.path = a.path AND a.id IN (SELECT id FROM temp.batch);
INSERT INTO main.search(rowid, title, lead, body)
  SELECT id, title, lead, body FROM main.article WHERE id IN
    (SELECT id FROM temp.batch WHERE fresh UNION SELECT id FROM temp.retitled);

-- Facts of stored articles that are read again: found anew.
DELETE FROM main.appearance WHERE (entity, article) IN (
  SELECT m.entity, m.article FROM temp.batch b
    JOIN main.mention m ON m.article = b.id WHERE NOT b.fresh);
DELETE FROM main.shingle WHERE EXISTS(SELECT 1 FROM temp.batch WHERE NOT fresh)
  AND article IN (SELECT id FROM temp.batch WHERE NOT fresh);
DELETE FROM main.mention
  WHERE article IN (SELECT id FROM temp.batch WHERE NOT fresh);
DELETE FROM main.quote
  WHERE article IN (SELECT id FROM temp.batch WHERE NOT fresh);
DELETE FROM main.relation
  WHERE article IN (SELECT id FROM temp.batch WHERE NOT fresh);

-- The texts: a lead that the body repeats is read there alone.
INSERT INTO temp.piece(article, field, published, text)
  SELECT id, f.column1, published,
    CASE f.column1 WHEN 'title' THEN title WHEN 'lead' THEN lead ELSE body END
  FROM temp.batch JOIN main.article USING(id)
    CROSS JOIN (VALUES('title'), ('lead'), ('body')) f
  WHERE f.column1 <> 'lead' OR instr(body, lead) = 0;

-- One pass: entities, quotes, relations of one text after another.
INSERT INTO temp.found(article, field, kind, a, b, c, d, e, f, g, h, start,
    length, sentence, rule)
  SELECT p.article, p.field, k.column1,
    coalesce(m.type, q.speaker, r.relation),
    CASE k.column1 WHEN 1 THEN m.text WHEN 2 THEN q.speaker_text
      ELSE r.subject END,
    CASE k.column1 WHEN 1 THEN m.name WHEN 2 THEN q.verb ELSE r.object END,
    CASE k.column1 WHEN 1 THEN m.name_en WHEN 2 THEN q.quote
      ELSE r.date END,
    CASE k.column1 WHEN 1 THEN m.id WHEN 2 THEN q.direct ELSE r.place END,
    CASE k.column1 WHEN 1 THEN m.value WHEN 2 THEN q.implicit
      ELSE r.status END,
    CASE k.column1 WHEN 1 THEN m.score WHEN 3 THEN r.detail END,
    r.evidence,
    coalesce(m.start, q.start, r.start),
    coalesce(m.length, q.length, r.length),
    coalesce(m.sentence, q.sentence, r.sentence),
    coalesce(m.rule, q.rule, r.rule)
  FROM temp.piece p CROSS JOIN (VALUES(1), (2), (3)) k
    LEFT JOIN csto_entities(iif(k.column1 = 1, p.text, NULL), p.published,
      (SELECT list FROM temp.names)) m
    LEFT JOIN csto_quotes(iif(k.column1 = 2, p.text, NULL), p.published) q
    LEFT JOIN csto_relations(iif(k.column1 = 3, p.text, NULL), p.published) r
  WHERE coalesce(m.start, q.start, r.start) NOTNULL;

INSERT INTO main.entity(type, name, name_en, ref)
  SELECT a, c, max(d), coalesce(e, '') FROM temp.found
   WHERE kind = 1 AND a NOT IN ('DATE', 'QUANTITY')
   GROUP BY a, c, coalesce(e, '')
  ON CONFLICT(name, type, ref) DO UPDATE SET name_en = excluded.name_en
   WHERE excluded.name_en > coalesce(entity.name_en, '');
INSERT INTO main.mention(article, field, n, type, entity, text, start, length,
    value, sentence, score, rule)
  SELECT f.article, f.field,
    row_number() OVER (PARTITION BY f.article, f.field ORDER BY f.n),
    f.a, e.id, f.b, f.start, f.length, f.f, f.sentence, f.g, f.rule
  FROM temp.found f LEFT JOIN main.entity e
    ON e.name = f.c AND e.type = f.a AND e.ref = coalesce(f.e, '')
  WHERE f.kind = 1;
INSERT INTO main.appearance(entity, article, n)
  SELECT m.entity, m.article, count(*) FROM temp.batch b
    JOIN main.mention m ON m.article = b.id
   WHERE m.entity NOTNULL GROUP BY m.entity, m.article;
INSERT INTO main.quote(article, field, n, speaker, speaker_text, verb, quote,
    direct, implicit, start, length, sentence, rule)
  SELECT article, field,
    row_number() OVER (PARTITION BY article, field ORDER BY n),
    nullif(a, ''), b, c, d, e, f, start, length, sentence, rule
  FROM temp.found WHERE kind = 2 ORDER BY n;
INSERT INTO main.relation(article, field, n, relation, subject, object, date,
    place, status, detail, evidence, start, length, sentence, rule)
  SELECT article, field,
    row_number() OVER (PARTITION BY article, field ORDER BY n),
    a, b, c, d, e, f, g, h, start, length, sentence, rule
  FROM temp.found WHERE kind = 3 ORDER BY n;
INSERT OR IGNORE INTO main.shingle(shingle, article)
  SELECT s.shingle, b.id FROM temp.batch b JOIN main.article a USING(id)
    CROSS JOIN csto_shingles(a.body) s ORDER BY 1, 2;

UPDATE main.article SET simhash = csto_simhash(body), story = NULL,
    engine = (SELECT key FROM temp.engine),
    text_hash = substr(hex(sha3(coalesce(title, '') || char(10)
      || coalesce(lead, '') || char(10) || coalesce(body, ''))), 1, 32)
  WHERE id IN (SELECT id FROM temp.batch);

UPDATE temp.clock SET done = EXISTS(SELECT 1 FROM temp.part);
DELETE FROM main.csto_todo WHERE n IN (SELECT n FROM temp.part);
DELETE FROM temp.part;
DELETE FROM temp.fresh;
DELETE FROM temp.batch;
DELETE FROM temp.retitled;
DELETE FROM temp.piece;
DELETE FROM temp.found;
COMMIT;

SELECT printf('%d of %d articles, %d %%, %.1f MB/s, %d s left',
    files - todo, files, 100 * (bytes - left_) / max(bytes, 1),
    (bytes - left_) / 1e6 / seconds,
    CAST(ceil(left_ * seconds / max(bytes - left_, 1)) AS INTEGER))
  FROM temp.clock, (SELECT count(*) AS todo,
      coalesce(sum(bytes), 0) AS left_ FROM main.csto_todo),
    (SELECT max((julianday('now') - started) * 86400, 0.001) AS seconds
       FROM temp.clock)
  WHERE done;
