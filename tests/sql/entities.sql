-- csto_entities: columns, both shapes, own names, NULL, wrong arguments
.mode quote
.headers on
SELECT type, text, start, length, name, name_en, id, value, sentence, score > 0.5 AS score, rule <> '' AS rule
  FROM csto_entities('التقى وزير الخارجية الروسي سيرغي لافروف نظيره في بيلاروس.') WHERE type <> 'ROLE' ORDER BY start, length;
.headers off
.mode list
SELECT text, name, id FROM csto_entities('زار الوفد نادي الربيع وروسيا', NULL, '[["نادي الربيع","ORG","نادي الربيع الرياضي","C7"]]');
SELECT count(*) FROM csto_entities(NULL);
SELECT csto_entities(NULL) IS NULL, csto_entities(''), csto_entities('لا شيء هنا');
SELECT json_type(csto_entities('روسيا')), json_array_length(csto_entities('روسيا وأرمينيا'));
SELECT group_concat(substr(t, start, length) = text)
  FROM (SELECT 'زَارَ ـــ' || char(8207) || ' رُوسْيَا و' || char(8206) || 'أرمينيا' AS t), csto_entities(t);
SELECT group_concat(id) FROM (SELECT 'زَارَ ـــ' || char(8207) || ' رُوسْيَا وأرمينيا' AS t), csto_entities(t);
SELECT value FROM csto_entities('اجتمعوا أمس', '2026-02-03');
SELECT csto_entities('نص', 'x');
SELECT csto_entities('نص', NULL, 'x');
SELECT csto_entities('نص', NULL, '[["أ","CITY"]]');
SELECT csto_entities();
-- the lexicon
SELECT name, type, canonical, name_en, id, source FROM csto_lexicon WHERE canonical = 'بيلاروسيا' ORDER BY name;
SELECT count(*) > 5000, count(DISTINCT type) FROM csto_lexicon;
SELECT count(*) FROM csto_lexicon WHERE name IS NULL OR name = '' OR canonical IS NULL;
SELECT group_concat(name, '; ') FROM csto_lexicon WHERE id = 'Q7184';
