-- Question: the network of names as a file for Gephi.
-- Parameters: :types (PERSON,ORG,GPE), :nodes (how many names, 200),
--   :together (stories in common, at least 2).
-- Output: GEXF.  sqlite3 ... ".read sql/reports/gexf.sql" > edges.gexf
--   <node id="2" label="أرمينيا"><attvalues><attvalue for="type"
--       value="GPE"/><attvalue for="en" value="Armenia"/>...
--   <edge id="18" source="2" target="3" weight="5"><attvalues><attvalue
--       for="lift" value="1.64"/></attvalues></edge>
.read sql/reports/need.sql
.read sql/reports/parts/nodes.sql
.read sql/reports/parts/edges.sql
.headers off
SELECT '<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="undirected" mode="static">
<attributes class="node"><attribute id="type" title="type" type="string"/>'
|| '<attribute id="en" title="name_en" type="string"/>'
|| '<attribute id="n" title="stories" type="integer"/></attributes>
<attributes class="edge"><attribute id="lift" title="lift" type="double"/>'
|| '</attributes>
<nodes>';
SELECT '<node id="' || rowid || '" label="' || csto_html(name)
  || '"><attvalues><attvalue for="type" value="' || type
  || '"/><attvalue for="en" value="' || csto_html(coalesce(name_en, ''))
  || '"/><attvalue for="n" value="' || stories || '"/></attvalues></node>'
  FROM temp.node ORDER BY rowid;
SELECT '</nodes>
<edges>';
SELECT '<edge id="' || rowid || '" source="' || a || '" target="' || b
  || '" weight="' || together || '"><attvalues><attvalue for="lift" value="'
  || lift
  || '"/></attvalues></edge>' FROM temp.edge ORDER BY a, b;
SELECT '</edges>
</graph>
</gexf>';
.headers on
