-- digest.sql - one hash of what the database says, in key order.
--
-- The same for the same folder whatever the machine, the order, the number
-- of shards, interruptions, or how many runs it took; not of file times,
-- row numbers, versions, or FTS5's own tables.  Only the current version of
-- each page counts, so a database brought up to date and one built anew give
-- one digest.  Needs no csto; sha3_query is part of the sqlite3 shell.

.mode list
.headers off
SELECT lower(hex(sha3_query('
  SELECT path, site, url, agency, author, published, published_text, updated,
      lang, words, encoding, layout, size, hash, error, simhash, title,
      caption, credit, lead, body
    FROM article WHERE state = ''current'' ORDER BY path;
  SELECT a.path, m.field, m.n, m.type, m.text, m.start, m.length, m.value,
      m.sentence, m.score, m.rule, e.name, e.name_en, e.ref
    FROM article a JOIN mention m ON m.article = a.id
      LEFT JOIN entity e ON e.id = m.entity
    WHERE a.state = ''current'' ORDER BY a.path, m.field, m.n;
  SELECT a.path, e.name, e.type, e.ref, p.n
    FROM article a JOIN appearance p ON p.article = a.id
      JOIN entity e ON e.id = p.entity
    WHERE a.state = ''current'' ORDER BY a.path, e.name, e.type, e.ref;
  SELECT a.path, q.field, q.n, speaker, speaker_text, verb, quote, direct,
      implicit, start, length, sentence, rule
    FROM article a JOIN quote q ON q.article = a.id
    WHERE a.state = ''current'' ORDER BY a.path, q.field, q.n;
  SELECT a.path, r.field, r.n, relation, subject, object, date, place,
      status, detail, evidence, start, length, sentence, rule
    FROM article a JOIN relation r ON r.article = a.id
    WHERE a.state = ''current'' ORDER BY a.path, r.field, r.n;
  SELECT a.path, s.shingle
    FROM article a JOIN shingle s ON s.article = a.id
    WHERE a.state = ''current'' ORDER BY a.path, s.shingle;
  SELECT min(a.path, b.path) AS x, max(a.path, b.path) AS y, shared, sample,
      distance
    FROM copy c JOIN article a ON a.id = c.article
      JOIN article b ON b.id = c.other ORDER BY x, y;
  SELECT a.path, s.path FROM article a JOIN article s ON s.id = a.story
    WHERE a.state = ''current'' ORDER BY a.path, s.path
', 256))) AS digest;
