-- upgrade.sql - a database made by an earlier csto, brought to this one.
--
--   sqlite3 -bail -init /dev/null news.db ".load build/csto" \
--     ".read sql/upgrade.sql"
--
-- Adds tables and indexes that are missing, makes the views anew, brings the
-- index up to date.  The facts are found anew by the next run of run.sh,
-- which sees by article.engine that another csto found them and reads the
-- stored text, not the file.  The analyst's own tables stay as they are.

.read sql/schema.sql
DROP INDEX IF EXISTS appearance_article;   -- mention has it
-- shingles stand by article now
BEGIN IMMEDIATE;
ALTER TABLE shingle RENAME TO csto_old_shingle;
.read sql/schema.sql
INSERT INTO shingle(article, shingle)
  SELECT article, shingle FROM csto_old_shingle ORDER BY 1, 2;
DROP TABLE csto_old_shingle;
COMMIT;
.read sql/views.sql
.read sql/index.sql
.read sql/engine.sql
SELECT printf('schema %s, csto %s; %d of %d %s for the next run',
    (SELECT value FROM csto_meta WHERE key = 'schema'), csto_version(),
    coalesce(sum(engine IS NOT (SELECT key FROM temp.engine)), 0), count(*),
    iif(count(*) = 1, 'article waits', 'articles wait'))
  FROM article WHERE state = 'current';
