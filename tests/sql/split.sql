-- words asked for by their tokens, and rows whose length is not read
CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'csto');
INSERT INTO f(rowid, t) VALUES(1, 'كتاب في البيت'), (2, 'الكتاب والبيت'), (3, 'بكتابهم في بيوتهم'), (4, 'مكتبة في البيت');
SELECT 'all', group_concat(rowid) FROM f WHERE f MATCH csto_query('كتاب البيت');
SELECT 'function word', group_concat(rowid) FROM f WHERE f MATCH csto_query('كتاب في البيت');
SELECT 'or', group_concat(rowid) FROM f WHERE f MATCH csto_query('مكتبة أو كتاب بيت');
SELECT 'not', group_concat(rowid) FROM f WHERE f MATCH csto_query('البيت -كتاب');
SELECT 'marked', highlight(f, 0, '[', ']') FROM f WHERE f MATCH csto_query('كتاب في البيت');
-- the marks by themselves
SELECT 'first', group_concat(rowid) FROM f WHERE f MATCH '"<بكتاب"';
SELECT 'second', group_concat(rowid) FROM f WHERE f MATCH '"|بكتاب"';
SELECT 'third', group_concat(rowid) FROM f WHERE f MATCH '">بكتاب"';
SELECT 'none', group_concat(rowid) FROM f WHERE f MATCH '"!كتاب"';
SELECT 'one token', group_concat(rowid) FROM f WHERE f MATCH '"<في"';
-- an index without function words
CREATE VIRTUAL TABLE s USING fts5(t, tokenize = 'csto stop 1');
INSERT INTO s(rowid, t) SELECT rowid, t FROM f;
SELECT 'all', group_concat(rowid) FROM s WHERE s MATCH csto_query('كتاب البيت');
SELECT 'function word', group_concat(rowid) FROM s WHERE s MATCH csto_query('كتاب في البيت');
SELECT 'function words', group_concat(rowid) FROM s WHERE s MATCH csto_query('فيها منها');
SELECT 'no function word', group_concat(rowid) FROM s WHERE s MATCH csto_query('كتاب لندن في');
-- an index without stems
CREATE VIRTUAL TABLE w USING fts5(t, tokenize = 'csto stem 0');
INSERT INTO w(rowid, t) SELECT rowid, t FROM f;
SELECT 'exact', group_concat(rowid) FROM w WHERE w MATCH csto_query('الكتاب والبيت');
SELECT 'exact', group_concat(rowid) FROM w WHERE w MATCH csto_query('كتاب في البيت');
-- the best of many rows, first or last, by length and by number
CREATE VIRTUAL TABLE m USING fts5(t, tokenize = 'csto');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
INSERT INTO m(rowid, t) SELECT i, 'كتاب ' || replace(hex(zeroblob(i % 400 + 20)), '00', 'كلام ') || ' بيت' FROM n;
INSERT INTO m(rowid, t) VALUES(901, 'بيت وكتاب'), (902, 'كلام كتاب كتاب كتاب'), (903, 'الكتاب');
SELECT 'best', rowid FROM m WHERE m MATCH csto_query('كتاب') ORDER BY csto_rank(m) LIMIT 5;
SELECT 'best', rowid FROM m WHERE m MATCH csto_query('كتاب بيت') ORDER BY csto_rank(m) LIMIT 3;
CREATE TABLE got AS SELECT length(t) AS n, csto_rank(m) AS r FROM m WHERE m MATCH csto_query('كتاب بيت') AND rowid < 901;
SELECT 'exact order', sum(n < before) FROM (SELECT n, lag(n) OVER (ORDER BY r) AS before FROM got ORDER BY r LIMIT 250);
SELECT 'all rows', count(*) FROM (SELECT rowid FROM m WHERE m MATCH csto_query('كتاب') ORDER BY csto_rank(m));
-- words that stand in a row many times over, in turns: their places are merged
INSERT INTO m(rowid, t) VALUES(904, replace(hex(zeroblob(30)), '00', 'كتاب كلام بيت ')), (905, replace(hex(zeroblob(30)), '00', 'كتاب كلام كلام كلام كلام كلام كلام كلام بيت كلام كلام كلام كلام '));
SELECT 'in turns', rowid, round(csto_rank(m), 9) FROM m WHERE m MATCH csto_query('كتاب بيت') AND rowid >= 904 ORDER BY rowid;
