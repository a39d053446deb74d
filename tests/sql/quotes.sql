-- csto_quotes: columns, both shapes, NULL, wrong arguments
.mode quote
.headers on
SELECT * FROM csto_quotes('وقال المتحدث باسم البلدية إن الحديقة ستفتح غدا. وأضاف: "الدخول مجاني للجميع طوال الأسبوع".');
.headers off
SELECT csto_quotes('وقال المتحدث باسم البلدية إن الحديقة ستفتح غدا.');
SELECT substr(t, start, length) = quote FROM
  (SELECT 'قَالَ مصدرٌ أمنيٌّ: «الطريق مـغلق منذ الصباح»' AS t), csto_quotes(t);
SELECT count(*) FROM csto_quotes(NULL);
SELECT csto_quotes(NULL), csto_quotes(''), csto_quotes('لا كلام هنا');
SELECT json_type(csto_quotes('قال مصدر أمني إن الطريق مغلق'));
SELECT csto_quotes('قال', 'x');
SELECT csto_quotes();
