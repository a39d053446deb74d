-- scan.sql - the first step of a run: what is new, changed, gone.
--
-- Expects temp.run(dir, shard, shards) and csto.  Opens no file: path, size
-- and mtime decide.  Leaves csto_todo, one row a file to read or an article
-- to read again, which batch.sql works off; when the run is killed, the next
-- scan makes it anew from what is in article.

BEGIN IMMEDIATE;

-- What the facts come from; another engine reads the articles again.
CREATE TEMP TABLE engine AS SELECT substr(hex(sha3(csto_version()
  || coalesce(csto_debug() ->> '$.lexicon', '')
  || coalesce(csto_debug() ->> '$.model', '')
  || coalesce((SELECT json_group_array(json_array(name, type, canonical, ref))
               FROM main.own_name), ''))), 1, 16) AS key;

CREATE TEMP TABLE seen(path TEXT PRIMARY KEY, size, mtime) WITHOUT ROWID;
INSERT OR IGNORE INTO temp.seen
  SELECT path, size, mtime FROM csto_articles((SELECT dir FROM temp.run))
   WHERE (SELECT shards FROM temp.run) = 1
      OR rowid % (SELECT shards FROM temp.run) = (SELECT shard FROM temp.run);

-- The latest version of each page that the database knows.
CREATE TEMP TABLE latest(path TEXT PRIMARY KEY, id, state, size, mtime, error)
  WITHOUT ROWID;
INSERT INTO temp.latest SELECT path, id, state, size, mtime, error
  FROM main.article WHERE state <> 'earlier';

-- Gone: the text and the facts stay, marked.  Back unchanged: current again.
UPDATE main.article SET state = 'deleted', story = NULL WHERE id IN (
  SELECT l.id FROM temp.latest l
   WHERE l.state = 'current' AND l.path NOT IN (SELECT path FROM temp.seen));
UPDATE main.article SET state = 'current', story = NULL WHERE id IN (
  SELECT l.id FROM temp.latest l JOIN temp.seen s USING(path)
   WHERE l.state = 'deleted' AND s.size IS l.size AND s.mtime IS l.mtime);

DROP TABLE IF EXISTS main.csto_todo;
CREATE TABLE main.csto_todo(
  n       INTEGER PRIMARY KEY,
  path    TEXT,            -- an article to read from its file, or NULL
  file    TEXT,            -- its file, where that holds several
  article INTEGER,         -- an article to read again from its stored text
  was     INTEGER,         -- the latest version of the path's article
  bytes   INTEGER NOT NULL
);
INSERT INTO main.csto_todo(path, file, was, bytes)
  SELECT path, file, id,
    iif(file IS NULL, size, size / count(*) OVER (PARTITION BY file))
  FROM (
    SELECT s.path, l.id, coalesce(s.size, 0) AS size,
      iif(rtrim(s.path, '0123456789') LIKE '%.___#'
            OR rtrim(s.path, '0123456789') LIKE '%._____#'
            OR rtrim(s.path, '0123456789') LIKE '%.ndjson#',
          rtrim(rtrim(s.path, '0123456789'), '#'), NULL) AS file
    FROM temp.seen s LEFT JOIN temp.latest l USING(path)
    WHERE l.id IS NULL OR l.size IS NOT s.size OR l.mtime IS NOT s.mtime
      OR l.error NOTNULL)
  ORDER BY path;
INSERT INTO main.csto_todo(article, bytes)
  SELECT a.id, 2 * coalesce(length(a.body), 0) FROM main.article a
   WHERE a.state = 'current' AND (
     a.engine IS NOT (SELECT key FROM temp.engine)
     -- edited by another tool since
     OR a.text_hash IS NOT (SELECT hash FROM csto_article(
       coalesce(a.title, '') || char(10) || coalesce(a.lead, '') || char(10)
         || coalesce(a.body, '')))
     OR EXISTS(SELECT 1 FROM main.correction c WHERE c.path = a.path
        AND c.value IS NOT CASE c.field
          WHEN 'published' THEN a.published WHEN 'site' THEN a.site
          WHEN 'title' THEN a.title WHEN 'author' THEN a.author
          WHEN 'agency' THEN a.agency END))
     AND a.path NOT IN (SELECT path FROM main.csto_todo WHERE path NOTNULL)
   ORDER BY a.path;
INSERT OR REPLACE INTO main.csto_meta SELECT 'dir', dir FROM temp.run;
INSERT OR REPLACE INTO main.csto_meta SELECT 'engine', key FROM temp.engine;
INSERT OR REPLACE INTO main.csto_meta VALUES('csto', csto_version());
COMMIT;
