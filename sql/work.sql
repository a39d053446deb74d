-- work.sql - the temporary tables that batch.sql fills and empties.

CREATE TEMP TABLE part(n INTEGER PRIMARY KEY, path, file, article, bytes);
CREATE TEMP TABLE fresh(
  n INTEGER PRIMARY KEY, was, same, path, site, url, agency, author,
  published, published_text, updated, lang, words, encoding, layout, size,
  mtime, hash, error, title, caption, credit, lead, body
);
CREATE TEMP TABLE batch(id INTEGER PRIMARY KEY, fresh);
CREATE TEMP TABLE retitled(id INTEGER PRIMARY KEY);
CREATE TEMP TABLE piece(n INTEGER PRIMARY KEY, article, field, published, text);
-- What was found in a piece.  kind 1: entity (a type, b text, c name, d
-- name_en, e id, f value, g score); 2: quote (a speaker, b speaker_text,
-- c verb, d quote, e direct, f implicit); 3: relation (a relation,
-- b subject, c object, d date, e place, f status, g detail, h evidence).
CREATE TEMP TABLE found(
  n INTEGER PRIMARY KEY, article, field, kind, a, b, c, d, e, f, g, h,
  start, length, sentence, rule
);
CREATE TEMP TABLE clock AS SELECT julianday('now') AS started, 0 AS done,
  (SELECT count(*) FROM main.csto_todo) AS files,
  (SELECT coalesce(sum(bytes), 0) FROM main.csto_todo) AS bytes;
CREATE TEMP TABLE names AS SELECT (SELECT json_group_array(
  json_array(name, type, coalesce(canonical, name), ref))
  FROM main.own_name HAVING count(*) > 0) AS list;
DROP TABLE IF EXISTS temp.engine;
CREATE TEMP TABLE engine AS
  SELECT value AS key FROM main.csto_meta WHERE key = 'engine';
