-- Question: which meetings and events took place or are planned, and when?
-- Parameters: :from, :to (ISO days of the event, not of the article),
--   :about (a name that stands in the statement), :limit (200).
-- The date is the one the text states; planned is not held.
-- Output (of tests/articles, the first lines):
--   date | status | relation | subject | object | place | stories | told |
--       path | evidence
--   1992-05-15 | held | founded_on | منظمة معاهدة الأمن الجماعي | معاهدة
--       الأمن الجماعي |  | 1 | 2022-05-15 | 19_history.txt | وتأسست منظمة
--       معاهدة الأمن الجماعي على أساس معاهدة الأمن الجماعي الموقعة في 15
--       مايو 1992
--   2026-01-01 | current | chair_of | روسيا | منظمة معاهدة الأمن الجماعي |
--       | 1 | 2026-01-01 | 20_chair.txt | تولت روسيا رئاسة منظمة معاهدة
--       الأمن الجماعي في الأول من يناير 2026 تحت شعار "الأمن الجماعي في عالم
--       متعدد الأقطاب: هدف مشترك، مسؤولية مشتركة"
.read sql/reports/need.sql

SELECT date, status, relation, subject, object, place,
    count(DISTINCT story) AS stories, min(substr(published, 1, 10)) AS told,
    min(path) AS path, min(evidence) AS evidence
  FROM dated
  WHERE (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to)
    AND (:about IS NULL OR instr(coalesce(subject, '') || ' '
      || coalesce(object, '') || ' ' || coalesce(place, ''), :about))
  GROUP BY date, status, relation, subject, object, place
  ORDER BY date, relation, subject, object, place, status
  LIMIT coalesce(:limit, 200);
