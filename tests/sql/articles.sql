-- csto_articles, csto_article, csto_html: shapes, plans, errors
SELECT path, published, encoding, layout, words, error
  FROM csto_articles('tests/articles');
SELECT count(*) FROM csto_articles('tests/articles');
SELECT count(*) FROM csto_articles('tests/articles', '*.txt');
SELECT path, size FROM csto_articles('tests/articles')
 WHERE path = '10_archive.jsonl#2';
SELECT path, title FROM csto_articles('tests/articles') WHERE path GLOB '0[89]*';
SELECT path FROM csto_articles('tests/articles')
 WHERE path GLOB '01*' OR path = '02_moscow_session.txt';
SELECT count(*) FROM csto_articles('tests/articles') WHERE path = 'nosuch.txt';
SELECT count(*) FROM csto_articles('tests/articles')
 WHERE path = '../articles/01_bishkek.txt';
CREATE VIRTUAL TABLE temp.a USING csto_articles('tests/articles', '1*');
SELECT count(*), count(DISTINCT rowid), min(rowid) > 0 FROM a;
SELECT (SELECT rowid FROM a WHERE path = '12_pdf_forms.txt') =
       (SELECT rowid FROM csto_articles('tests/articles')
         WHERE path = '12_pdf_forms.txt');
-- a list of files: those of several articles are not opened
SELECT path, size FROM csto_articles('tests/articles')
 WHERE csto_whole = 1 AND path GLOB '1[01]*';
SELECT count(*) FROM csto_articles('tests/articles') WHERE csto_whole = 1;
-- a list of articles in a file that is one row by its name, and in one of
-- several
SELECT title, error FROM csto_article(
  '[{"title":"عنوان أول","body":"نص الخبر الأول، وفيه ما يكفي من الكلمات."},
    {"title":"عنوان ثان","body":"نص الخبر الثاني، وفيه ما يكفي من الكلمات."}]');
SELECT path, title, error FROM csto_article(
  '[{"title":"عنوان أول","body":"نص الخبر الأول، وفيه ما يكفي من الكلمات."},
    {"title":"عنوان ثان","body":"نص الخبر الثاني، وفيه ما يكفي من الكلمات."}]',
  'list.jsonl');
-- every field of one page
.mode line
SELECT path, site, url, agency, author, published, published_text, updated,
       title, lead, body, caption, credit, lang, words, encoding, layout, size,
       hash, length(raw) AS raw, error
  FROM csto_articles('tests/articles') WHERE path = '09_minsk.html';
SELECT published, title, lead, body, site, credit, agency
  FROM csto_article(readfile('tests/articles/05_yerevan_ministers.txt'));
.mode list
-- what is parsed from a folder is what is parsed from the database
SELECT count(*) FROM csto_articles('tests/articles') AS f
  JOIN csto_article(readfile('tests/articles/' || f.path), f.path) AS t
 WHERE f.path NOT LIKE '%#%' AND f.title IS t.title AND f.body IS t.body
   AND f.published IS t.published AND f.hash = t.hash;
SELECT path, title FROM csto_article(
  readfile('tests/articles/11_feed.rss'), 'feed.rss');
SELECT count(*) FROM csto_article(NULL);
SELECT title, error FROM csto_article(x'');
SELECT error, encoding FROM csto_article(x'0001020304050607080900');
SELECT csto_html('<a href="x">''&''</a>'), csto_html(NULL), csto_html(12);
-- what no page may hold: controls, noncharacters, bytes that are no UTF-8
SELECT hex(csto_html('أ' || char(1, 9, 10, 0xfffd, 0xffff) || CAST(x'ff' AS TEXT)
  || '<'));
-- errors
SELECT * FROM csto_articles;
SELECT * FROM csto_articles('tests/nosuch');
SELECT * FROM csto_articles('Makefile');
SELECT count(*) FROM csto_articles(NULL);
CREATE VIRTUAL TABLE temp.b USING csto_articles('a', 'b', 'c');
CREATE TABLE t(x);
CREATE VIEW v AS SELECT * FROM csto_articles('tests/articles');
SELECT count(*) FROM v;
-- the hash of a text alone, nothing of it read: the same as beside the rest
SELECT count(*), count(DISTINCT hash), min(size) FROM (
  SELECT hash, size FROM csto_article('عنوان' || char(10) || 'متن.')
  UNION ALL
  SELECT hash, size FROM (SELECT hash, size, title
    FROM csto_article('عنوان' || char(10) || 'متن.') WHERE title IS NOT 'x'));
SELECT count(*) FROM csto_article('{"title": "أ"}' || char(10)
  || '{"title": "ب"}', 'p.jsonl');
-- a fingerprint of the text that was analysed last, and of another
SELECT csto_simhash(t) = (SELECT csto_simhash(t || '')), (SELECT count(*)
  FROM csto_shingles(t)) FROM (SELECT 'قال الوزير إن بلاده مستعدة' AS t)
  WHERE json_array_length(csto_entities(t)) >= 0;
-- JSON lines with broken ones among them, the first, the only one; a text by
-- such a name
SELECT path, title, error FROM csto_article('no JSON' || char(10) ||
  '{"title":"أول"}' || char(10) || '{"title": broken' || char(10) ||
  '{"title":"ثان"}', 'a.jsonl');
SELECT title, error, raw FROM csto_article('no JSON' || char(10), 'a.ndjson');
SELECT title, layout, error FROM csto_article('عنوان الخبر هنا' || char(10) ||
  char(10) || 'قال الوزير إن الطريق فتح أمام السيارات منذ الصباح.', 'a.jsonl');
