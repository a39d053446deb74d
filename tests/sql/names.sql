-- names across spellings and alphabets
.mode list
SELECT a, b, csto_key(a) = csto_key(b) AS same, round(csto_similarity(a, b), 2)
FROM (SELECT column1 AS a, column2 AS b FROM (VALUES
  ('غورباتشوف', 'جورباتشوف'), ('سيرغي لافروف', 'سيرجي لافروف'),
  ('إنجلترا', 'انكلترا'), ('واشنطن', 'واشنطون'), ('ميخائيل', 'ميخاييل'),
  ('محمد بن سلمان', 'محمد ابن سلمان'), ('عبد الله', 'عبدالله'),
  ('لافروف', 'Lavrov'), ('فلاديمير بوتين', 'Vladimir Putin'),
  ('كمال', 'جمال'), ('سالم', 'سليم'), ('سيرغي لافروف', 'سيرغي شويغو')));
SELECT csto_key(NULL) IS NULL, csto_key('') = '', csto_similarity('أ', NULL) IS NULL, quote(csto_key('ء زيد ء')), csto_normalize('ئازاد') = csto_normalize(csto_normalize('ئازاد'));
SELECT csto_transliterate('وِزَارَة الخارجية'), csto_transliterate('مدرّسة', 'bgn'), csto_transliterate('شَمْس', 'iso233'), csto_transliterate('أُمَّة', 'buckwalter');
SELECT csto_transliterate('x', 'latin');
SELECT group_concat(w, ' ') FROM (SELECT column1 AS w FROM (VALUES ('ياسر'), ('أحمد'), ('بيت'), ('آدم'), ('إبراهيم'), ('Zoo'), ('ثوب'), ('7'), ('تين'), ('ة'), ('ءامن')) ORDER BY w COLLATE csto);
SELECT 'كتاب' = 'كِتاب' COLLATE csto, 'ﻻ' < 'لب' COLLATE csto;
SELECT csto_simhash('نص'), csto_simhash(''), csto_distance(5, 6), csto_distance(NULL, 1), (SELECT count(*) FROM csto_shingles('واحد اثنان ثلاثة أربعة'));
SELECT csto_key('فرانس 24') = csto_key('فرانس 25'), csto_key('قناة 22'), csto_key('G20') = csto_key('g 20');
SELECT csto_transliterate(NULL, 'latin') IS NULL, csto_distance('12', 13);
SELECT csto_distance('x', 1);
SELECT csto_distance(1, 1.5);
SELECT csto_transliterate(w), csto_transliterate(w, 'bgn') FROM (SELECT column1 AS w FROM (VALUES ('جُمْهُورِيَّة'), ('مُدَرِّسَةٌ'), ('كِتَابًا'), ('إيمان'), ('العربية'), ('عبد الله'), ('الشَّمس'), ('ﻣﺼﺮ'), ('ژاله'), ('حِوَار'), ('نُور'), ('۱۲٪')));
SELECT min(csto_similarity(column1, column2)) > .9 FROM (VALUES ('Mohammed bin Salman', 'محمد بن سلمان'), ('Abdel Fattah el-Sisi', 'عبد الفتاح السيسي'), ('Muammar Gaddafi', 'معمر القذافي'), ('Nouri al-Maliki', 'نوري المالكي'), ('Gamal Abdel Nasser', 'جمال عبد الناصر'));
SELECT max(csto_similarity(column1, column2)) < .95 FROM (VALUES ('Jamal', 'كمال'), ('Hussein', 'حسن'), ('Ahmed Hassan', 'أحمد حسين'), ('Saad', 'سعيد'));
