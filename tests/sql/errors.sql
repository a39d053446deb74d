-- what a wrong argument is told, function by function, in both shapes; and
-- what is no error
.mode list
.nullvalue NULL
-- a table function without its text
SELECT * FROM csto_tokens;
SELECT * FROM csto_shingles;
SELECT * FROM csto_dates;
SELECT * FROM csto_entities;
SELECT * FROM csto_quotes;
SELECT * FROM csto_relations;
SELECT * FROM csto_article;
SELECT * FROM csto_tokens('a', 'b');
-- a reference that is no date, in FROM
SELECT * FROM csto_entities('نص', 'x');
SELECT * FROM csto_quotes('نص', 'x');
SELECT * FROM csto_relations('نص', 'x');
SELECT * FROM csto_dates('نص', x'00');
-- names that are no list of names
SELECT csto_entities('نص', NULL, '');
SELECT csto_entities('نص', NULL, '{}');
SELECT csto_entities('نص', NULL, '[["أ","ORG"]');
SELECT csto_entities('نص', NULL, '[["أ","ORG"],7]');
SELECT csto_entities('نص', NULL, '[["أ"]]');
SELECT csto_entities('نص', NULL, '[["","ORG"]]');
SELECT csto_entities('نص', NULL, '[["أ",null]]');
SELECT csto_entities('نص', NULL, '[["أ","ORG","أ","1","2"]]');
SELECT * FROM csto_entities('نص', NULL, '[["أ","CITY"]]');
-- names that are one
SELECT csto_entities('نص', NULL, NULL), csto_entities('نص', NULL, '[]'),
  csto_entities('نص', NULL, ' [ ["أ", "ORG", null, null] ] ');
-- functions of names
SELECT csto_transliterate('أ', NULL), csto_transliterate('أ', '');
SELECT csto_similarity('a');
SELECT csto_distance(x'01', 1);
SELECT csto_distance(9223372036854775807, -1), csto_distance('', 1);
-- search
SELECT csto_query('أ', NULL);
SELECT csto_query('أ', '');
SELECT csto_query();
SELECT csto_rank('أ');
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto stop 2');
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto version x');
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto version');
SELECT csto_debug() ->> '$.refused';
CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'csto version 1 stem 0');
SELECT csto_debug() ->> '$.refused';
INSERT INTO e VALUES('كتاب');
SELECT csto_rank(e, 'k1', 'much') FROM e WHERE e MATCH 'كتاب';
SELECT csto_rank(e, 'k1', -1) FROM e WHERE e MATCH 'كتاب';
SELECT csto_rank(e, 'k1', NULL) FROM e WHERE e MATCH 'كتاب';
SELECT round(csto_rank(e, 2, 'b', '0.5'), 2) FROM e WHERE e MATCH 'كتاب';
SELECT csto_rank(e, 1, 2, 'b', .5) FROM e WHERE e MATCH 'كتاب';
-- folders and files
SELECT count(*) FROM csto_articles('tests/articles', NULL);
SELECT count(*) FROM csto_articles('tests/articles', '');
SELECT count(*) FROM csto_articles('');
SELECT count(*) FROM csto_articles(7);
SELECT count(*) FROM csto_articles('tests/articles/nosuch*');
CREATE VIRTUAL TABLE temp.a USING csto_articles;
CREATE VIRTUAL TABLE temp.a USING csto_articles('tests/nosuch');
SELECT count(*) FROM temp.a;
SELECT * FROM csto_article('a', 'b', 'c');
SELECT title, layout FROM csto_article(12);
SELECT title, layout, error FROM csto_article('');
SELECT title FROM csto_article('عنوان الخبر', NULL);
-- nothing is written
INSERT INTO csto_lexicon VALUES('أ', 'ORG', 'أ', NULL, NULL, NULL);
DELETE FROM csto_articles('tests/articles');
-- hidden inputs can be read, rows have numbers
SELECT csto_text, csto_published FROM csto_dates('أمس', '2026-01-02');
SELECT csto_dir, csto_pattern, csto_whole, path
  FROM csto_articles('tests/articles', '01*');
SELECT count(DISTINCT rowid) = count(*), min(rowid) FROM csto_lexicon;
SELECT rowid, text FROM csto_tokens('أ ب');
-- bytes for a text
SELECT csto_normalize(x'd8a3'), csto_stem(x'd983d8aad8a7d8a8'), csto_key(x'');
SELECT csto_dates(x'd8a3d985d8b3', '2026-01-02') ->> '$[0].value';
SELECT csto_html(x'3c');
