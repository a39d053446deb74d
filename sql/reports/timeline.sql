-- Question: which meetings and events took place or are planned, and when?
-- Parameters: :from, :to (ISO days of the event, not of the article),
--   :about (a name that stands in the statement), :limit (200).
-- The date is the one the text states; planned is not held.
-- Output: SAMPLE
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
