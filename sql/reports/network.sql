-- Question: who and what is named together, and how much more than by chance?
-- Parameters: :types (PERSON,ORG,GPE), :nodes (how many names, 200),
--   :together (stories in common, at least 2).
-- Output: CSV (RFC 4180); a name that a spreadsheet would take for a formula
--   has an apostrophe before it.
--   sqlite3 ... ".read sql/reports/network.sql" > edges.csv
--   source,source_type,target,target_type,together,source_stories,
--       target_stories,lift
--   "منظمة معاهدة الأمن الجماعي",ORG,"موسكو",GPE,6,14,7,1.41
--   "قيرغيزستان",GPE,"روسيا",GPE,5,6,5,3.83
.read sql/reports/need.sql
.read sql/reports/parts/nodes.sql
.read sql/reports/parts/edges.sql
.mode csv
SELECT iif(a.name GLOB '[-=+@]*', '''', '') || a.name AS source,
    a.type AS source_type,
    iif(b.name GLOB '[-=+@]*', '''', '') || b.name AS target,
    b.type AS target_type, e.together, a.stories AS source_stories,
    b.stories AS target_stories, e.lift
  FROM temp.edge e JOIN temp.node a ON a.rowid = e.a
    JOIN temp.node b ON b.rowid = e.b
  ORDER BY together DESC, lift DESC, a.name, b.name, a.type, b.type;
.mode list
