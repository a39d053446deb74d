# Every predicate of forms.tsv with every subject in every form of a clause:
# what is held or planned is found with its status, what is denied or left
# open never is.
sqlite3 -init /dev/null :memory: ".load $B/csto" \
  "CREATE TABLE l(k, a, b, c, d, e);" ".mode tabs" \
  ".import '|grep -v ^# $TOP/tests/rules/forms.tsv | awk -F\"\\t\" -v OFS=\"\\t\" \"NF { print \\\$1, \\\$2, \\\$3, \\\$4, \\\$5, \\\$6 }\"' l" \
  ".mode list" "
CREATE TABLE text AS SELECT p.a AS relation, f.a AS status, s.b AS name,
  replace(replace(replace(replace(replace(replace(f.b, 'R', p.e), 'S', s.a),
    'A', p.b), 'B', p.c), 'J', p.d), '،، ', '، ') AS text
  FROM l p, l f, l s WHERE p.k = 'P' AND f.k = 'F' AND s.k = 'S';
CREATE TABLE found AS SELECT t.*, (SELECT group_concat(DISTINCT r.status)
  FROM csto_relations(t.text, '2024-03-06') r
  WHERE r.relation = t.relation AND r.subject = t.name) AS got FROM text t;
SELECT round(avg(got IS status), 3) FROM found WHERE status <> '-';
SELECT count(*) FROM found WHERE status = '-' AND got IS NOT NULL;
SELECT count(*) FROM found;
SELECT '# ' || coalesce(got, 'nothing') || ' for ' || status || ': ' || text
  FROM found WHERE got IS NOT nullif(status, '-') LIMIT 20;" > "$B/forms.out"
{ read -r share; read -r false_ones; read -r n; } < "$B/forms.out"
echo "# $n clauses: $share of the stated ones found, $false_ones of the others"
sed -n '4,$p' "$B/forms.out"
holds() { awk "BEGIN { exit !($1 >= $2) }" && echo "ok - $3" || echo "not ok - $3 ($1)"; }
holds "${share:-0}" 0.98 "a clause is found in each of its forms"
[ "$false_ones" = 0 ] && echo "ok - what a clause denies or leaves open is none" ||
  echo "not ok - what a clause denies or leaves open is none ($false_ones)"
