# Precision and recall of csto_relations on facts.tsv, with its own tagger: a
# fact is found if the relation, the subject and the object are those of the
# file, or one argument stands in the other; then its status and date.
sqlite3 -init /dev/null :memory: ".load $B/csto" \
  "CREATE TABLE l(k, a, b, c, d, e);" ".mode tabs" \
  ".import '|grep -v ^# $TOP/tests/rules/facts.tsv | awk -F\"\\t\" -v OFS=\"\\t\" \"NF { print \\\$1, \\\$2, \\\$3, \\\$4, \\\$5, \\\$6 }\"' l" \
  ".mode list" "
CREATE TABLE t AS SELECT rowid AS id, a AS day,
  replace(b, '\\n', char(10)) AS text FROM l WHERE k = 'T';
CREATE TABLE want AS SELECT l.rowid AS id, a AS relation,
  csto_normalize(b) AS subject, csto_normalize(c) AS object, d AS status,
  e AS date, (SELECT max(id) FROM t WHERE t.id < l.rowid) AS text
  FROM l WHERE k = 'R';
CREATE TABLE got AS SELECT t.id AS text, r.relation,
  csto_normalize(r.subject) AS subject,
  csto_normalize(coalesce(r.object, '-')) AS object, r.status,
  coalesce(r.date, '-') AS date FROM t, csto_relations(t.text, nullif(t.day, '-')) r;
CREATE TABLE hit AS SELECT w.id AS want, g.rowid AS got,
    w.status = g.status AS status, w.date = g.date AS date
  FROM want w JOIN got g ON g.text = w.text AND g.relation = w.relation
  WHERE (instr(g.subject, w.subject) OR instr(w.subject, g.subject))
    AND (instr(g.object, w.object) OR instr(w.object, g.object))
     OR w.relation = 'met_with' AND g.subject = w.object
    AND g.object = w.subject;
SELECT round(1.0 * (SELECT count(DISTINCT got) FROM hit)
         / (SELECT count(*) FROM got), 3),
       round(1.0 * (SELECT count(DISTINCT want) FROM hit)
         / (SELECT count(*) FROM want), 3),
       (SELECT round(avg(d), 3) FROM (SELECT max(date) AS d FROM hit
         GROUP BY want)),
       (SELECT round(avg(s), 3) FROM (SELECT max(status) AS s FROM hit
         GROUP BY want)),
       (SELECT count(*) FROM want), (SELECT count(*) FROM t);" \
  > "$B/facts.out"
IFS='|' read -r fp fr fd fs fn ft < "$B/facts.out"
echo "# $fn facts of $ft texts: precision $fp recall $fr date $fd status $fs"
holds() { awk "BEGIN { exit !($1 >= $2) }" && echo "ok - $3" || echo "not ok - $3 ($1)"; }
holds "${fp:-0}" 0.95 "relations state what the texts state"
holds "${fr:-0}" 0.9 "relations find what the texts state"
holds "${fd:-0}" 0.95 "dates of relations are those of their clauses"
holds "${fs:-0}" 0.95 "the status of a relation is the stated one"
