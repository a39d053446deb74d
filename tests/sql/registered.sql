-- exactly what loading adds; d: deterministic, i: innocuous, o: direct only
.mode list
SELECT name, narg, CASE WHEN flags & 0x800 THEN 'd' ELSE '-' END ||
       CASE WHEN flags & 0x200000 THEN 'i' ELSE '-' END ||
       CASE WHEN flags & 0x80000 THEN 'o' ELSE '-' END AS flags
FROM pragma_function_list WHERE name LIKE 'csto%' ORDER BY name, narg;
SELECT name FROM pragma_module_list WHERE name LIKE 'csto%' ORDER BY name;
SELECT name FROM pragma_collation_list WHERE name LIKE 'csto%';
-- and nothing else: no name without the prefix, nothing in the database
SELECT count(*) FROM sqlite_schema;
SELECT count(*) FROM sqlite_temp_schema;
