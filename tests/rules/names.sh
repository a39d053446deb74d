# Precision and recall of csto_key and csto_similarity on name_pairs.tsv: the
# key may not merge two names, and must find most spellings of one.
sqlite3 -init /dev/null :memory: ".load $B/csto" \
  "CREATE TABLE p(a, b, same INTEGER);" ".mode tabs" \
  ".import '|grep -v ^# $TOP/tests/rules/name_pairs.tsv' p" ".mode list" "
WITH t AS (SELECT same, csto_key(a) = csto_key(b) AS k,
                  csto_similarity(a, b) >= 0.95 AS s FROM p)
SELECT round(1.0 * sum(k AND same) / sum(k), 3),
       round(1.0 * sum(k AND same) / sum(same), 3),
       round(1.0 * sum(s AND same) / sum(s), 3),
       round(1.0 * sum(s AND same) / sum(same), 3), count(*) FROM t" > "$B/names.out"
IFS='|' read -r kp kr sp sr n < "$B/names.out"
echo "# $n pairs: key precision $kp recall $kr; similarity >= .95: $sp, $sr"
at_least() { awk "BEGIN { exit !($1 >= $2) }" && echo "ok - $3" || echo "not ok - $3 ($1)"; }
at_least "${kp:-0}" 0.98 "keys merge no two names"
at_least "${kr:-0}" 0.6 "keys find most spellings of one name"
at_least "${sp:-0}" 0.9 "similarity over .95 is one name"
