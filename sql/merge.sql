-- merge.sql - the articles of another database (a shard) into this one.
--
--   SHARD=0/2 sh sql/run.sh news a.db & SHARD=1/2 sh sql/run.sh news b.db
--   wait; cp a.db all.db
--   sqlite3 -bail -init /dev/null all.db ".load build/csto" \
--     "ATTACH 'b.db' AS shard" ".read sql/merge.sql" ".read sql/index.sql" \
--     ".read sql/finish.sql"
--
-- Each shard holds other pages; a path and version that is here already is
-- left alone.  Row numbers are given anew, so that digest.sql gives one value
-- whatever the sharding.  finish.sql then finds the copies between shards.

BEGIN IMMEDIATE;
CREATE TEMP TABLE moved(old INTEGER PRIMARY KEY, new INTEGER);
INSERT INTO temp.moved
  SELECT s.id, (SELECT coalesce(max(id), 0) FROM main.article)
      + row_number() OVER (ORDER BY s.id)
    FROM shard.article s WHERE NOT EXISTS(SELECT 1 FROM main.article a
      WHERE a.path = s.path AND a.version = s.version);
INSERT INTO main.article(id, path, version, state, site, url, agency, author,
    published, published_text, updated, lang, words, encoding, layout, size,
    mtime, hash, error, simhash, text_hash, engine, title, caption, credit,
    lead, body)
  SELECT v.new, path, version, state, site, url, agency, author, published,
    published_text, updated, lang, words, encoding, layout, size, mtime, hash,
    error, simhash, text_hash, engine, title, caption, credit, lead, body
  FROM temp.moved v JOIN shard.article s ON s.id = v.old ORDER BY v.new;
INSERT INTO main.search(rowid, title, lead, body)
  SELECT v.new, title, lead, body
    FROM temp.moved v JOIN shard.article s ON s.id = v.old ORDER BY v.new;

INSERT INTO main.entity(type, name, name_en, ref)
  SELECT type, name, name_en, ref FROM shard.entity WHERE 1 ORDER BY id
  ON CONFLICT(name, type, ref) DO UPDATE SET name_en = excluded.name_en
   WHERE excluded.name_en > coalesce(entity.name_en, '');
CREATE TEMP TABLE renamed(old INTEGER PRIMARY KEY, new INTEGER);
INSERT INTO temp.renamed SELECT s.id, e.id FROM shard.entity s
  JOIN main.entity e USING(name, type, ref);
INSERT INTO main.mention
  SELECT v.new, field, n, type, r.new, text, start, length, value, sentence,
    score, rule
  FROM temp.moved v CROSS JOIN shard.mention m ON m.article = v.old
    LEFT JOIN temp.renamed r ON r.old = m.entity ORDER BY v.new;
INSERT INTO main.appearance
  SELECT r.new, v.new, p.n FROM shard.appearance p
    JOIN temp.moved v ON v.old = p.article
    JOIN temp.renamed r ON r.old = p.entity ORDER BY 1, 2;
INSERT INTO main.quote(article, field, n, speaker, speaker_text, verb, quote,
    direct, implicit, start, length, sentence, rule)
  SELECT v.new, field, n, speaker, speaker_text, verb, quote, direct,
    implicit, start, length, sentence, rule
  FROM temp.moved v CROSS JOIN shard.quote q ON q.article = v.old
  ORDER BY v.new, q.id;
INSERT INTO main.relation(article, field, n, relation, subject, object, date,
    place, status, detail, evidence, start, length, sentence, rule)
  SELECT v.new, field, n, relation, subject, object, date, place, status,
    detail, evidence, start, length, sentence, rule
  FROM temp.moved v CROSS JOIN shard.relation q ON q.article = v.old
  ORDER BY v.new, q.id;
INSERT INTO main.shingle(article, shingle)
  SELECT v.new, s.shingle FROM temp.moved v CROSS JOIN shard.shingle s
    ON s.article = v.old ORDER BY 1, 2;

-- The analyst's own tables: what is here wins.
INSERT OR IGNORE INTO main.own_name SELECT * FROM shard.own_name;
INSERT OR IGNORE INTO main.alias SELECT * FROM shard.alias;
INSERT OR IGNORE INTO main.accept SELECT * FROM shard.accept;
INSERT OR IGNORE INTO main.reject SELECT * FROM shard.reject;
INSERT OR IGNORE INTO main.correction SELECT * FROM shard.correction;
DROP TABLE temp.moved;
DROP TABLE temp.renamed;
COMMIT;
