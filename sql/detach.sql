-- detach.sql - before the database goes to people without csto.
--
-- Drops the search index (the only part that needs the tokenizer); all other
-- tables and views stay as they are.  Needs csto, because SQLite opens the
-- index to drop it.  index.sql makes it again.

DROP TABLE IF EXISTS search;
DROP TABLE IF EXISTS csto_todo;
VACUUM;
SELECT 'detached: every SQLite tool can now read and write all of it';
