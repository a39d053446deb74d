-- index.sql - the full-text index over article, made or brought up to date.
--
-- Needs csto.  The index is external-content: article holds the text, the
-- index only the words.  article.text_hash is the hash of the text that was
-- indexed, so that an edit made by a tool without csto shows; when there is
-- one, or the index is missing (after detach.sql), it is rebuilt.  The facts
-- of such an article are found again by the next run (build.sql).
--
-- Search:  SELECT path, title FROM search
--           WHERE search MATCH csto_query('وزاره الخارجيه') ORDER BY rank;

BEGIN IMMEDIATE;
CREATE TEMP TABLE csto_index_state AS SELECT
  NOT EXISTS(SELECT 1 FROM main.sqlite_master WHERE name = 'search') AS fresh,
  (SELECT count(*) FROM main.article a WHERE text_hash IS NOT NULL
    AND text_hash <> (SELECT hash FROM csto_article(coalesce(a.title, '')
      || char(10) || coalesce(a.lead, '') || char(10)
      || coalesce(a.body, '')))
  ) AS stale;
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(
  title, lead, body, content="article", content_rowid="id",
  tokenize = 'csto version 1'
);
INSERT INTO search(search, rank) VALUES('hashsize', 16777216);
INSERT INTO search(search, rank) VALUES('rank', 'csto_rank()');
INSERT INTO search(search) SELECT 'rebuild' FROM temp.csto_index_state
  WHERE (fresh AND EXISTS(SELECT 1 FROM main.article)) OR stale;
DROP TABLE temp.csto_index_state;
COMMIT;
