-- exact, stemmed, prefix, phrase, NEAR and column search in one index
.mode list
.nullvalue NULL
CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'csto');
INSERT INTO f VALUES
  ('وزارة الخارجية', 'قَالَ وزيرُ الخارجيّة إنّ الكتابَ صدر، وبالكتاب مقدّمة.'),
  ('مكتبة المدينة', 'ﻛﺘﺐ كثيرة، كِتَابٌ واحد في المكتب؛ کتاب وCOVID-19 وМосква.'),
  ('مجلس الأمن', 'عُقد اجتماع مجلس الأمن أمس، ووليد مسئول في وفد فلسطين. 東京都');
SELECT 'default', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('كتاب');
SELECT 'exact', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('كتاب', 'exact');
SELECT 'exact', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('الكتاب', 'exact');
SELECT 'plain', rowid FROM f WHERE f MATCH 'كتاب';
SELECT 'loose', rowid, highlight(f, 0, '[', ']') FROM f WHERE f MATCH csto_query('وزاره الخارجيه');
SELECT 'phrase', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('"وزير خارجية"');
SELECT 'phrase', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('«مجلس امن»');
SELECT 'prefix', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('كتا*');
SELECT 'prefix', rowid, highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('الكت*');
SELECT 'not', rowid FROM f WHERE f MATCH csto_query('كتاب -وزير');
SELECT 'or', rowid FROM f WHERE f MATCH csto_query('وزير أو وليد');
SELECT 'near', rowid FROM f WHERE f MATCH 'NEAR("وزير" "كتاب", 3)';
SELECT 'column', rowid FROM f WHERE f MATCH '{title} : (' || csto_query('خارجية') || ')';
SELECT 'hamza', rowid FROM f WHERE f MATCH csto_query('مسؤولون');
SELECT 'clitics', count(*) FROM f WHERE f MATCH csto_query('ليد OR زارة OR طين');
SELECT 'scripts', rowid FROM f WHERE f MATCH csto_query('東京 OR москва OR covid-19');
SELECT 'bidi', rowid FROM f WHERE f MATCH csto_query(char(8207) || '"مجلس' || char(8207) || ' الأمن"' || char(8236));
SELECT 'nothing', count(*) FROM f WHERE f MATCH csto_query('-وزير');
SELECT 'snippet', snippet(f, 1, '[', ']', '…', 5) FROM f WHERE f MATCH csto_query('وليد');
-- ranking: the exact form first, a title counts, settings by name
CREATE TABLE r(q, a);
SELECT 'rank', rowid FROM f WHERE f MATCH csto_query('كتاب', 'any') ORDER BY csto_rank(f);
SELECT 'title', rowid FROM f WHERE f MATCH csto_query('مكتبة المكتب', 'any') ORDER BY csto_rank(f, 3, 1, 'k1', 1.2, 'near', 0);
INSERT INTO f(f, rank) VALUES('rank', 'csto_rank(2.0, 1.0)');
SELECT 'rank option', rowid FROM f WHERE f MATCH csto_query('كتاب', 'any') ORDER BY rank;
-- function words left out
CREATE VIRTUAL TABLE s USING fts5(t, tokenize = 'csto stop 1 stem 0');
INSERT INTO s VALUES('الكتاب في المكتبة');
SELECT 'stop', count(*) FROM s WHERE s MATCH csto_query('في');
SELECT 'stop', count(*) FROM s WHERE s MATCH csto_query('الكتاب في المكتبة');
SELECT 'stem 0', count(*) FROM s WHERE s MATCH csto_query('كتاب');
-- functions
SELECT csto_query(NULL), csto_stem(NULL), csto_tokens(NULL);
SELECT csto_stem('والمدارس'), csto_stem('English'), csto_stem('');
SELECT token, text, start, length, kind, prefix, stem, suffix, rule FROM csto_tokens('وَبِكتابهم ٢٠٢٦ Élan');
-- errors
SELECT csto_query('x', 'fuzzy');
SELECT csto_rank(f, 1, 1, 1) FROM f WHERE f MATCH 'x OR كتاب';
SELECT csto_rank(f, 'k9', 1) FROM f WHERE f MATCH 'كتاب';
SELECT csto_rank(f, 'k1') FROM f WHERE f MATCH 'كتاب';
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto version 9');
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto stem 2');
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto colour 1');
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto stem');
SELECT csto_debug() ->> '$.refused';
-- a ligature of several words, words longer than any list has, longer than
-- FTS5 keeps, in the Quran's spelling, with a mark that stands by itself
CREATE VIRTUAL TABLE l USING fts5(t, tokenize = 'csto');
INSERT INTO l(rowid, t) VALUES
  (1, 'محمد ﷺ رسول'), (2, 'قال صلى الله عليه وسلم'),
  (3, 'كلمة ' || replace(hex(zeroblob(300)), '00', 'طويل') || ' بعدها'),
  (4, 'كلمة ' || replace(hex(zeroblob(9000)), '00', 'طويل') || ' بعدها'),
  (5, 'ذلك الكتاب والسماوات والرحمن والصلاة'),
  (6, 'صباح' || char(0xfe76) || 'مساء');
SELECT 'ligature', group_concat(rowid) FROM l WHERE l MATCH csto_query('ﷺ');
SELECT 'its words', group_concat(rowid) FROM l WHERE l MATCH csto_query('وسلم');
SELECT 'mark by itself', group_concat(rowid) FROM l WHERE l MATCH csto_query('مساء');
SELECT 'mark by itself', group_concat(rowid) FROM l WHERE l MATCH csto_query('صباح' || char(0xfe76) || 'مساء');
SELECT 'long word', group_concat(rowid) FROM l WHERE l MATCH csto_query(replace(hex(zeroblob(300)), '00', 'طويل'));
SELECT 'long prefix', group_concat(rowid) FROM l WHERE l MATCH csto_query(replace(hex(zeroblob(250)), '00', 'طويل') || '*');
SELECT 'longest word', group_concat(rowid) FROM l WHERE l MATCH csto_query(replace(hex(zeroblob(9000)), '00', 'طويل'));
SELECT 'words behind it', group_concat(rowid) FROM l WHERE l MATCH csto_query('كلمة بعدها');
SELECT 'Quran', group_concat(rowid) FROM l WHERE l MATCH csto_query('ٱلسَّمَٰوَٰت');
SELECT 'Quran', group_concat(rowid) FROM l WHERE l MATCH csto_query('ذَٰلِكَ');
SELECT 'marked', highlight(l, 0, '[', ']') FROM l WHERE l MATCH csto_query('ﷺ') ORDER BY rowid LIMIT 1;
SELECT 'single marks', csto_query('''مجلس الأمن'''), csto_query('don''t');
