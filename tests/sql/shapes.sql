-- one name, two shapes: rows in FROM, a JSON array in a SELECT list
.mode list
SELECT text, start, length FROM csto_sentences('قال: نعم.عاد الولد! 3.5 انتهى');
SELECT csto_sentences('سطر' || char(10) || 'آخر');
SELECT json_array_length(csto_sentences('أ ب. ج د.')), json(csto_sentences('x')) ->> '$[0].text';
SELECT typeof(csto_sentences(NULL)), (SELECT count(*) FROM csto_sentences(NULL));
SELECT csto_sentences('');
SELECT count(*) FROM csto_sentences;
SELECT csto_sentences('a', 'b');
SELECT csto_normalize('مُحَمَّد أحمد'), typeof(csto_normalize(NULL)), csto_normalize(12), csto_normalize(x'');
SELECT csto_version();
SELECT group_concat(text, '|') FROM csto_sentences('صدرت نسخة v1.2.3 أمس. انتهى');
