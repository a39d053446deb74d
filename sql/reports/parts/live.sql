-- live.sql - temp.live: the articles as they stand now, each with its story.
--
-- Small enough to stay in memory, where article with its texts is not: names
-- are looked up in their articles in no order of these.

DROP TABLE IF EXISTS temp.live;
CREATE TEMP TABLE live(id INTEGER PRIMARY KEY, story);
INSERT INTO temp.live SELECT id, story FROM main.article
  WHERE state = 'current' ORDER BY id;
