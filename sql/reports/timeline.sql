-- Question: which meetings and events took place or are planned, and when?
-- Parameters: :from, :to (ISO days of the event, not of the article; both
--   included), :about (a name that stands in the statement), :limit (200).
-- The date is the one the text states; states: planned is not held, and an
-- event announced by some articles and reported by others has both.  told_by:
-- who says so, where it stands in somebody's words alone.
-- Output (of tests/articles, the first lines):
--   date | states | relation | subject | object | place | stories | told |
--       told_by | accepted | path | evidence
--   1992-05-15 | held | founded_on | منظمة معاهدة الأمن الجماعي | معاهدة
--       الأمن الجماعي |  | 1 | 2022-05-15 | | | 19_history.txt | وتأسست منظمة
--       معاهدة الأمن الجماعي على أساس معاهدة الأمن الجماعي الموقعة في 15
--       مايو 1992
.read sql/reports/need.sql
.read sql/reports/parts/claims.sql
.read sql/reports/parts/offices.sql
.read sql/reports/parts/events.sql

SELECT e.date, e.states, e.relation, e.subject, e.object, e.place, e.stories,
    e.told, e.told_by, iif(e.accepted, 'yes', '') AS accepted, c.path,
    replace(c.evidence, char(10), ' ') AS evidence
  FROM temp.event e JOIN claim c ON c.id = e.claim
  WHERE (:from IS NULL OR e.day >= :from)
    AND (:to IS NULL OR substr(e.day, 1, length(:to)) <= :to)
    AND (:about IS NULL OR instr(coalesce(e.subject, '') || ' '
      || coalesce(e.object, '') || ' ' || coalesce(e.place, ''), :about))
  ORDER BY e.date, e.relation, e.subject, e.object, e.place
  LIMIT coalesce(:limit, 200);
