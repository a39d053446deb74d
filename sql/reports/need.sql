-- need.sql - read first by every report: the tables it needs are there, the
-- output is plain.  Says what is missing, and how to get it.

.bail on
.mode list
.separator " | "
.nullvalue ""
DROP TABLE IF EXISTS temp.need;
CREATE TEMP TABLE need(name);
CREATE TEMP TRIGGER need_table BEFORE INSERT ON need WHEN NOT EXISTS(
  SELECT 1 FROM main.sqlite_master WHERE name = new.name)
BEGIN
  SELECT RAISE(FAIL, 'this database has not all tables of csto; build or upgrade it with: make run DIR=folder DB=file');
END;
.headers off
SELECT 'missing table: ' || column1
  FROM (VALUES('article'), ('entity'), ('mention'), ('appearance'),
    ('quote'), ('relation'), ('copy'), ('alias'), ('accept'), ('reject'),
    ('news'), ('name'), ('named'), ('said'), ('claim'), ('fact'),
    ('disagreement'), ('dated'), ('called'))
  WHERE column1 NOT IN (SELECT name FROM main.sqlite_master) LIMIT 1;
INSERT INTO temp.need VALUES('article'), ('entity'), ('mention'),
  ('appearance'), ('quote'), ('relation'), ('copy'), ('alias'), ('accept'),
  ('reject'), ('news'), ('name'), ('named'), ('said'), ('claim'), ('fact'),
  ('disagreement'), ('dated'), ('called');
DROP TABLE temp.need;
.headers on
