-- engine.sql - temp.engine: which csto finds the facts, and with which names.
--
-- Needs csto.  article.engine holds the key of the one that found an article's
-- facts; the next run reads again what another one found.

DROP TABLE IF EXISTS temp.engine;
CREATE TEMP TABLE engine AS SELECT substr(hex(sha3(csto_version()
  || coalesce(csto_debug() ->> '$.lexicon', '')
  || coalesce(csto_debug() ->> '$.model', '')
  || coalesce((SELECT json_group_array(json_array(name, type, canonical, ref))
               FROM main.own_name), ''))), 1, 16) AS key;
