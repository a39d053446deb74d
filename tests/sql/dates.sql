-- csto_dates, csto_date: shapes, arguments, errors
SELECT text, start, length, value, calendar, precision, rule
  FROM csto_dates('وصل الوفد أمس الاثنين، ويغادر في 5 مايو/أيار المقبل.',
                  '2026-02-03');
SELECT csto_dates('في 25 شوال 1436 هـ');
SELECT csto_date('من 5 إلى 7 مايو 2024'), csto_date('لا شيء'),
       csto_date(NULL), csto_date('أمس', NULL);
SELECT csto_date('أمس', '2026-02-03T01:00:00+03:00'), csto_date('أمس', '2024'),
       csto_date('أمس', 2461075), csto_date('أمس', 2461074.5),
       csto_date('أمس', 1770076800), csto_date('العام الماضي', '2024');
SELECT count(*) FROM csto_dates(NULL, '2026-02-03');
SELECT csto_date('أمس', 'x');
SELECT csto_date('أمس', '');
SELECT csto_dates('أمس', '2026-02-30');
SELECT * FROM csto_dates('أمس', 'اليوم');
SELECT csto_entities('أمس', 'x');
SELECT csto_date();
-- places are SQLite's characters, whatever stands before
SELECT group_concat(substr(t, start, length) = text)
  FROM (SELECT 'كُتِبَ ـــ' || char(8207) || ' في ١٢ مايو ٢٠٢٤ و' ||
               CAST(x'ff' AS TEXT) || ' أوّل أمس' AS t), csto_dates(t);
