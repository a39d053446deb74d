-- csto_relations: rows in FROM, JSON in a SELECT list, positions, errors
.mode list
SELECT relation, subject, object, status, rule FROM csto_relations('تقع الدوحة، عاصمة قطر، على الخليج.');
SELECT substr(x, start, length) = evidence, sentence FROM (SELECT 'سطر.' || char(10) || 'تقع الدوحة، عاصمة قطر، على الخليج.' AS x), csto_relations(x);
SELECT json_extract(csto_relations('تقع الدوحة، عاصمة قطر، على الخليج.'), '$[0].relation', '$[0].date');
SELECT csto_relations('');
SELECT typeof(csto_relations(NULL)), (SELECT count(*) FROM csto_relations(NULL));
SELECT csto_relations('نص', 'ليس تاريخا');
SELECT count(*) FROM csto_relations('نص', NULL);
SELECT csto_relations();
