-- nodes.sql - temp.node: the names that most stories know.
--
-- Parameters: :types (PERSON,ORG,GPE), :nodes (the most frequent, 200).

DROP TABLE IF EXISTS temp.node;
CREATE TEMP TABLE node AS
  SELECT k.name, k.type, max(k.name_en) AS name_en, max(k.ref) AS ref,
      count(DISTINCT a.story) AS stories
    FROM name k JOIN appearance p USING(entity)
      JOIN article a ON a.id = p.article AND a.state = 'current'
   WHERE instr(',' || replace(replace(replace(replace(coalesce(:types,
       'PERSON,ORG,GPE'), ' ', ''), '"', ''), '[', ''), ']', '') || ',',
     ',' || k.type || ',')
   GROUP BY k.name, k.type HAVING stories > 1
   ORDER BY stories DESC, k.name, k.type LIMIT coalesce(:nodes, 200);
