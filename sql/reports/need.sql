-- need.sql - read first by every report: the tables it needs are there, the
-- parameters can be used, the output is plain.
--
-- An empty parameter is one that was left.  What is missing or wrong is an
-- error that says how to do better.  After it: temp.need is gone.

.bail on
.mode list
.separator " | "
.nullvalue ""
.headers on
.parameter init
UPDATE temp.sqlite_parameters SET value = trim(value)
  WHERE typeof(value) = 'text';
DELETE FROM temp.sqlite_parameters WHERE value = '';

DROP TABLE IF EXISTS temp.need;
CREATE TEMP TABLE need(what);
CREATE TEMP TRIGGER need_table BEFORE INSERT ON need
  WHEN new.what GLOB '[a-z]*' AND NOT EXISTS(
    SELECT 1 FROM main.sqlite_master WHERE name = new.what)
BEGIN
  SELECT RAISE(FAIL,
    'tables of csto are missing: make run, or sql/upgrade.sql for an old one');
END;
CREATE TEMP TRIGGER need_day BEFORE INSERT ON need WHEN new.what = ':day'
BEGIN
  SELECT RAISE(FAIL,
    ':from and :to are days such as 2026-01-31 (or 2026-01, or 2026)');
END;
CREATE TEMP TRIGGER need_order BEFORE INSERT ON need WHEN new.what = ':order'
BEGIN
  SELECT RAISE(FAIL, ':from is later than :to');
END;
CREATE TEMP TRIGGER need_number BEFORE INSERT ON need
  WHEN new.what = ':number'
BEGIN
  SELECT RAISE(FAIL, ':limit, :nodes and :together are whole numbers');
END;
CREATE TEMP TRIGGER need_type BEFORE INSERT ON need WHEN new.what = ':types'
BEGIN
  SELECT RAISE(FAIL, ':types is a list of types of names, such as PERSON,ORG');
END;
CREATE TEMP TRIGGER need_lang BEFORE INSERT ON need WHEN new.what = ':lang'
BEGIN
  SELECT RAISE(FAIL, ':lang is ar or en');
END;

INSERT INTO temp.need VALUES('article'), ('entity'), ('mention'),
  ('appearance'), ('quote'), ('relation'), ('copy'), ('alias'), ('accept'),
  ('reject'), ('news'), ('name'), ('named'), ('said'), ('claim'), ('fact'),
  ('disagreement'), ('dated'), ('called');
INSERT INTO temp.need SELECT ':day' FROM (SELECT column1 AS day
    FROM (VALUES(:from), (:to)) WHERE column1 NOTNULL)
  WHERE length(day) NOT IN (4, 7, 10)
     OR date(substr(day || '-01-01', 1, 10), '+0 days')
        IS NOT substr(day || '-01-01', 1, 10);
INSERT INTO temp.need SELECT ':order'
  WHERE substr(:from, 1, min(length(:from), length(:to)))
      > substr(:to, 1, min(length(:from), length(:to)));
INSERT INTO temp.need SELECT ':number'
  FROM (VALUES(:limit), (:nodes), (:together))
  WHERE column1 = '' OR column1 GLOB '*[^0-9]*';
INSERT INTO temp.need SELECT ':types'
  WHERE ',' || :types || ',' GLOB '*[^]["A-Z, ]*';
INSERT INTO temp.need SELECT ':lang' WHERE :lang NOT IN ('ar', 'en');
DROP TABLE temp.need;
