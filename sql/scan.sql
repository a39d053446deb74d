-- scan.sql - the first step of a run: what is new, changed, gone.
--
-- Expects temp.run(dir, shard, shards) and csto.  Path, size and mtime decide:
-- no file is opened but new and changed ones that hold several articles, to
-- count them.  A folder without a file, where the database has articles of
-- it, is an error (an unmounted disk would mark them all as deleted) unless
-- there is a table temp.may_be_empty.  Leaves csto_todo, one row a file to
-- read or an article to read again, which batch.sql works off; when the run
-- is killed, the next scan makes it anew from what is in article.

BEGIN IMMEDIATE;

.read sql/engine.sql

-- The latest version of each page that the database knows.
CREATE TEMP TABLE latest(path TEXT PRIMARY KEY, id, state, size, mtime, error)
  WITHOUT ROWID;
INSERT INTO temp.latest SELECT path, id, state, size, mtime, error
  FROM main.article WHERE state <> 'earlier';

-- Every file, whatever it holds.
CREATE TEMP TABLE file(path TEXT PRIMARY KEY, id, size, mtime, many)
  WITHOUT ROWID;
INSERT OR IGNORE INTO temp.file
  SELECT path, rowid, size, mtime, lower(path) GLOB '*.jsonl'
      OR lower(path) GLOB '*.ndjson' OR lower(path) GLOB '*.rss'
      OR lower(path) GLOB '*.atom' OR lower(path) GLOB '*.xml'
    FROM csto_articles((SELECT dir FROM temp.run)) WHERE csto_whole = 1;

CREATE TEMP TABLE guard(files INTEGER CONSTRAINT "the folder has no files, but
the database has articles of it: is a disk not mounted? EMPTY=1 (or a table
temp.may_be_empty) marks them as deleted" CHECK (files > 0));
INSERT INTO temp.guard SELECT (SELECT count(*) FROM temp.file)
  WHERE EXISTS(SELECT 1 FROM temp.latest WHERE state = 'current')
    AND NOT EXISTS(SELECT 1 FROM sqlite_temp_master
                    WHERE name = 'may_be_empty');

-- Files of several articles that changed, or that a killed run left half
-- read; all of them when the part of the folder is another than last time.
CREATE TABLE IF NOT EXISTS main.csto_todo(n, path, file, article, was, bytes);
CREATE TEMP TABLE counted(path TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO temp.counted
  SELECT path FROM temp.file f WHERE many AND (
    path IN (SELECT file FROM main.csto_todo)
    OR coalesce((SELECT value FROM main.csto_meta WHERE key = 'shard'), '')
       IS NOT (SELECT shard || '/' || shards FROM temp.run)
    OR NOT EXISTS(SELECT 1 FROM temp.latest l
       WHERE l.path > f.path || '#' AND l.path < f.path || '$'
         AND l.size IS f.size AND l.mtime IS f.mtime)
    OR EXISTS(SELECT 1 FROM temp.latest l
       WHERE l.path > f.path || '#' AND l.path < f.path || '$'
         AND l.state = 'current' AND (l.error NOTNULL
           OR l.size IS NOT f.size OR l.mtime IS NOT f.mtime)));

-- file: the one that holds the article, where it holds several.
CREATE TEMP TABLE seen(path TEXT PRIMARY KEY, size, mtime, file)
  WITHOUT ROWID;
INSERT INTO temp.seen
  SELECT path, size, mtime, NULL FROM temp.file WHERE NOT many
    AND ((SELECT shards FROM temp.run) = 1
      OR id % (SELECT shards FROM temp.run) = (SELECT shard FROM temp.run));
INSERT INTO temp.seen
  SELECT l.path, f.size, f.mtime, f.path FROM temp.file f JOIN temp.latest l
      ON l.path > f.path || '#' AND l.path < f.path || '$'
     AND l.size IS f.size AND l.mtime IS f.mtime
   WHERE f.many AND f.path NOT IN (SELECT path FROM temp.counted);
INSERT OR IGNORE INTO temp.seen
  SELECT a.path, a.size, a.mtime, iif(a.path = c.path, NULL, c.path)
    FROM temp.counted c
    CROSS JOIN csto_articles((SELECT dir FROM temp.run)) a
   WHERE a.path GLOB replace(replace(replace(c.path, '[', '[[]'),
       '*', '[*]'), '?', '[?]') || '*'
     AND (a.path = c.path
       OR substr(a.path, 1, length(c.path) + 1) = c.path || '#')
     AND ((SELECT shards FROM temp.run) = 1 OR a.rowid %
       (SELECT shards FROM temp.run) = (SELECT shard FROM temp.run));

-- Gone: the text and the facts stay, marked.  Back unchanged: current again.
UPDATE main.article SET state = 'deleted', story = NULL WHERE id IN (
  SELECT l.id FROM temp.latest l
   WHERE l.state = 'current' AND l.path NOT IN (SELECT path FROM temp.seen)
     -- what is below a folder that cannot be read is not known to be gone
     AND NOT EXISTS(SELECT 1 FROM temp.file f WHERE f.size IS NULL
       AND substr(l.path, 1, length(f.path) + 1) = f.path || '/'));
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
    SELECT s.path, l.id, coalesce(s.size, 0) AS size, s.file
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
INSERT OR REPLACE INTO main.csto_meta
  SELECT 'shard', shard || '/' || shards FROM temp.run;
INSERT OR REPLACE INTO main.csto_meta SELECT 'engine', key FROM temp.engine;
INSERT OR REPLACE INTO main.csto_meta VALUES('csto', csto_version());
COMMIT;
