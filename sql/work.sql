-- work.sql - the temporary tables and views that batch.sql works with.
--
-- A page is put into the view `page` and a text to be read into `facts`;
-- their triggers do everything that belongs to one article before the next
-- begins.  So a text is cut and tagged once: the module keeps the last text
-- it analysed, and its entities, quotes, relations, shingles and simhash are
-- asked for one after another.  The triggers are temporary: nothing of them
-- is in the database.

CREATE TEMP TABLE part(n INTEGER PRIMARY KEY, path TEXT, file TEXT,
  article INTEGER, was INTEGER, bytes INTEGER);
CREATE INDEX temp.part_path ON part(path);
CREATE TEMP TABLE again(id INTEGER PRIMARY KEY);
CREATE TEMP TABLE retitled(id INTEGER PRIMARY KEY);
CREATE TEMP TABLE clock AS SELECT julianday('now') AS started, 0 AS done,
  0 AS last,
  (SELECT count(*) FROM main.csto_todo) AS files,
  (SELECT coalesce(sum(bytes), 0) FROM main.csto_todo) AS bytes;
CREATE TEMP TABLE names AS SELECT iif(count(*), json_group_array(
  json_array(name, type, coalesce(canonical, name), ref)), NULL) AS list
  FROM main.own_name;
DROP TABLE IF EXISTS temp.engine;
CREATE TEMP TABLE engine AS
  SELECT value AS key FROM main.csto_meta WHERE key = 'engine';

-- What an article's text holds.  Its fields are read as one text, each on lines
-- of its own, so that what the title names is known in the body, and the other
-- way round; a row belongs to the field it begins in.  field: where each one
-- stands in that text (characters), and how many sentences stand before it.
CREATE TEMP TABLE field(name TEXT, before INTEGER, upto INTEGER,
  sentences INTEGER);
CREATE TEMP VIEW piece AS
  SELECT 0 AS article, 0 AS published, 0 AS text WHERE 0;
CREATE TEMP TRIGGER piece_read INSTEAD OF INSERT ON piece BEGIN
  INSERT INTO entity(type, name, name_en, ref)
    SELECT m.type, m.name, m.name_en, coalesce(m.id, '')
      FROM csto_entities(NEW.text, NEW.published,
        (SELECT list FROM names)) m
     WHERE m.type NOT IN ('DATE', 'QUANTITY')
    ON CONFLICT(name, type, ref) DO UPDATE SET name_en = excluded.name_en
     WHERE excluded.name_en > coalesce(entity.name_en, '');
  INSERT INTO mention(article, field, n, type, entity, text, start, length,
      value, sentence, score, rule)
    SELECT NEW.article, f.name, m.rowid, m.type,
      CASE WHEN m.type <> 'DATE' AND m.type <> 'QUANTITY' THEN (
        SELECT e.id FROM entity e WHERE e.name = m.name AND e.type = m.type
           AND e.ref = coalesce(m.id, '')) END,
      m.text, m.start - f.before, m.length, m.value,
      m.sentence - f.sentences, m.score, m.rule
    FROM csto_entities(NEW.text, NEW.published, (SELECT list FROM names)) m
      CROSS JOIN field f ON m.start > f.before AND m.start <= f.upto;
  INSERT INTO quote(article, field, n, speaker, speaker_text, verb, quote,
      direct, implicit, start, length, sentence, rule)
    SELECT NEW.article, f.name, q.rowid, nullif(q.speaker, ''),
      q.speaker_text, q.verb, q.quote, q.direct, q.implicit,
      q.start - f.before, q.length, q.sentence - f.sentences, q.rule
    FROM csto_quotes(NEW.text, NEW.published) q
      CROSS JOIN field f ON q.start > f.before AND q.start <= f.upto;
  INSERT INTO relation(article, field, n, relation, subject, object, date,
      place, status, detail, evidence, start, length, sentence, rule)
    SELECT NEW.article, f.name, r.rowid, r.relation, r.subject, r.object,
      r.date, r.place, r.status, r.detail, r.evidence, r.start - f.before,
      r.length, r.sentence - f.sentences, r.rule
    FROM csto_relations(NEW.text, NEW.published) r
      CROSS JOIN field f ON r.start > f.before AND r.start <= f.upto;
END;

-- One article; a lead that the body repeats is read there alone.
CREATE TEMP VIEW facts AS
  SELECT 0 AS id, 0 AS published, 0 AS title, 0 AS lead, 0 AS body WHERE 0;
CREATE TEMP TRIGGER facts_read INSTEAD OF INSERT ON facts BEGIN
  DELETE FROM field;
  INSERT INTO field(name, before, upto, sentences) VALUES
    ('title', 0, coalesce(length(NEW.title) + 1, 0), 0);
  INSERT INTO field
    SELECT 'lead', upto, upto + iif(instr(NEW.body, NEW.lead), 0,
        coalesce(length(NEW.lead) + 1, 0)),
      (SELECT count(*) FROM csto_sentences(NEW.title))
    FROM field;
  INSERT INTO field
    SELECT 'body', upto, upto + coalesce(length(NEW.body), 0),
      sentences + iif(upto > before,
        (SELECT count(*) FROM csto_sentences(NEW.lead)), 0)
    FROM field WHERE name = 'lead';
  INSERT INTO piece
    SELECT NEW.id, NEW.published, coalesce(NEW.title || char(10), '')
        || iif(upto > before, NEW.lead || char(10), '')
        || coalesce(NEW.body, '')
    FROM field WHERE name = 'lead';
  INSERT INTO appearance(entity, article, n)
    SELECT entity, NEW.id, count(*) FROM mention
     WHERE article = NEW.id AND entity NOTNULL GROUP BY entity;
  INSERT INTO shingle(article, shingle)
    SELECT NEW.id, shingle FROM csto_shingles(NEW.body);
END;

-- A page that was read.  was: its latest version; same: it has the same
-- bytes, the page was only touched.
CREATE TEMP VIEW page AS SELECT 0 AS was, 0 AS same, a.* FROM main.article a
  WHERE 0;
CREATE TEMP TRIGGER page_same INSTEAD OF INSERT ON page WHEN NEW.same BEGIN
  UPDATE article SET size = NEW.size, mtime = NEW.mtime, state = 'current'
   WHERE id = NEW.was;
END;
CREATE TEMP TRIGGER page_new INSTEAD OF INSERT ON page WHEN NOT NEW.same BEGIN
  -- other bytes: the earlier text and its facts stay, marked
  UPDATE article SET state = 'earlier', story = NULL WHERE id = NEW.was;
  INSERT INTO facts VALUES((SELECT coalesce(max(id), 0) + 1 FROM article),
    NEW.published, NEW.title, NEW.lead, NEW.body);
  INSERT INTO article(path, version, site, url, agency, author, published,
      published_text, updated, lang, words, encoding, layout, size, mtime,
      hash, error, simhash, text_hash, engine, title, caption, credit, lead,
      body)
    VALUES(NEW.path, 1 + coalesce((SELECT max(a.version) FROM article a
        WHERE a.path = NEW.path), 0),
      NEW.site, NEW.url, NEW.agency, NEW.author, NEW.published,
      NEW.published_text, NEW.updated, NEW.lang, NEW.words, NEW.encoding,
      NEW.layout, NEW.size, NEW.mtime, NEW.hash, NEW.error,
      csto_simhash(NEW.body),
      (SELECT hash FROM csto_article(coalesce(NEW.title, '') || char(10)
        || coalesce(NEW.lead, '') || char(10) || coalesce(NEW.body, ''))),
      (SELECT key FROM engine), NEW.title, NEW.caption, NEW.credit, NEW.lead,
      NEW.body);
END;
